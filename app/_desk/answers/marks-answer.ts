import { iconPath, logoPath, type PaperMarks } from '@/lib/pictures/paper-marks'

/** Where the marks of the paper are, as the desk answers them; null for the drawing that comes with the site. */
export function marksAnswer({ icon, logo }: PaperMarks): { icon: string | null; logo: string | null } {
  return { icon: icon && iconPath(icon, 192), logo: logo && logoPath(logo) }
}
