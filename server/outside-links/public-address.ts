import { BlockList, isIP } from 'node:net'

/** Networks that are not the public one (IANA, IPv4 and IPv6 Special-Purpose Address Registries). */
const IPV4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 ' +
  '192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3'
const IPV6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20'
/** What is in use of the public network in IPv6; all else is private, or an address of IPv4 in other words. */
const GLOBAL_IPV6 = '2000::/3'

function listOf(networks: string, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const network of networks.split(' ')) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}

const [special4, special6, global6] = [listOf(IPV4, 'ipv4'), listOf(IPV6, 'ipv6'), listOf(GLOBAL_IPV6, 'ipv6')]

/** Whether an IP address is one of the public network. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special4.check(address, 'ipv4')
    case 6:
      return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
    default:
      return false
  }
}
