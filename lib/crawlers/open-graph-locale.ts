import { usableLanguage } from '@/lib/paper/language'

/**
 * The locales that Facebook knows (facebook.com/translations/FacebookLocales.xml, as listed by its library fbt), without
 * those for fun. Of several of a language, the first stands for regions that are not listed.
 */
const KNOWN_LOCALES = `
  af_ZA ak_GH am_ET ar_AR as_IN ay_BO az_AZ be_BY bg_BG bn_IN bp_IN br_FR bs_BA bv_DE ca_ES cb_IQ ck_US co_FR cs_CZ
  cx_PH cy_GB da_DK de_DE el_GR em_ZM en_GB en_IN en_US eo_EO es_LA es_CL es_CO es_ES es_MX es_VE et_EE eu_ES fa_IR
  ff_NG fi_FI fo_FO fr_FR fr_CA fy_NL ga_IE gl_ES gn_PY gu_IN ha_NG he_IL hi_IN hr_HR ht_HT hu_HU hy_AM id_ID ig_NG
  ik_US is_IS it_IT iu_CA ja_JP jv_ID ka_GE kk_KZ km_KH kn_IN ko_KR ks_IN ku_TR ky_KG la_VA lg_UG li_NL ln_CD lo_LA
  lt_LT lv_LV mg_MG mi_NZ mk_MK ml_IN mn_MN mr_IN ms_MY mt_MT my_MM nb_NO nd_ZW ne_NP nl_NL nl_BE nn_NO nr_ZA ns_ZA
  ny_MW om_ET or_IN pa_IN pl_PL ps_AF pt_PT pt_BR qb_DE qc_GT qk_DZ qs_DE qu_PE qv_IT rm_CH ro_RO ru_RU rw_RW sa_IN
  sc_IT se_NO si_LK sk_SK sl_SI sn_ZW so_SO sq_AL sr_RS ss_SZ st_ZA su_ID sv_SE sw_KE sy_SY sz_PL ta_IN te_IN tg_TJ
  th_TH tk_TM tl_PH tn_BW tr_TR ts_ZA tt_RU tz_MA uk_UA ur_PK uz_UZ ve_ZA vi_VN wo_SN xh_ZA yi_DE yo_NG zh_CN zh_HK
  zh_TW zu_ZA zz_TR`
  .trim()
  .split(/\s+/)

/** Languages that Facebook calls by a code of its own. */
const OWN_CODES: Readonly<Record<string, string>> = {
  bar: 'bv',
  bem: 'em',
  bho: 'bp',
  ceb: 'cx',
  chr: 'ck',
  ckb: 'cb',
  dsb: 'qs',
  fil: 'tl',
  hsb: 'qb',
  kab: 'qk',
  kmr: 'ku',
  no: 'nb',
  nso: 'ns',
  quc: 'qc',
  syr: 'sy',
  szl: 'sz',
  tzm: 'tz',
  vec: 'qv',
  zza: 'zz',
}

/**
 * A BCP 47 tag in the form of Open Graph (ogp.me), such as en_GB, with the likeliest region where the tag names none. A
 * locale that Facebook does not know, such as ar_EG, is ignored there; so of a language that it knows the result is one
 * of its own locales, such as ar_AR. A language that it does not know keeps its own code: without any, the page would
 * claim to be in American English.
 */
export function openGraphLocale(tag: string): string {
  // Plain "en" is British here, as in the dates of the paper (lib/time/dates.ts).
  const named = tag.toLowerCase() === 'en' ? 'en-GB' : tag
  const { language: primary, script, region } = new Intl.Locale(usableLanguage(named)).maximize()
  const language = OWN_CODES[primary] ?? primary
  const locale = region && /^[A-Z]{2}$/.test(region) ? `${language}_${region}` : language
  const known = KNOWN_LOCALES.filter((one) => one.startsWith(`${language}_`))
  if (known.includes(locale)) return locale
  if (script === 'Hant') return 'zh_TW'
  return known[0] ?? locale
}
