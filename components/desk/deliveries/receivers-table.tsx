import { ReceiverDialog } from '@/components/desk/deliveries/receiver-dialog'
import table from '@/components/desk/table.module.css'
import { KIND_NAMES, type ListedReceiver } from '@/lib/desk/deliveries/listed-receiver'
import styles from './deliveries.module.css'

/** The receivers and their states; `canChange` is for admins. */
export function ReceiversTable({ receivers, canChange }: { receivers: ListedReceiver[]; canChange: boolean }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">Receiver</th>
          <th scope="col">State</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {receivers.map((receiver) => (
          <tr key={receiver.id}>
            <th scope="row">
              {receiver.name}
              {receiver.name === KIND_NAMES[receiver.kind] ? null : (
                <span className={table.detail}>{KIND_NAMES[receiver.kind]}</span>
              )}
              {receiver.reached.address ? <span className={table.detail}>{receiver.reached.address}</span> : null}
            </th>
            <td className={receiver.isTroubled ? styles.trouble : undefined}>{receiver.state}</td>
            <td className={`${table.actions} ${table.corner}`}>
              {canChange ? <ReceiverDialog receiver={receiver} /> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
