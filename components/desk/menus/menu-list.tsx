'use client'

import { closestCenter, DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { MAX_LABEL_LENGTH } from '@/lib/desk/field-lengths'
import { type MenuItem, type MenuTarget, menuKey } from '@/lib/paper/menu'
import styles from './menus.module.css'

interface Props {
  place: string
  items: MenuItem[]
  /** What a target is called where the entry has no label of its own. */
  nameOf: (target: MenuTarget) => string
  /** Whether the page's scripts run: only then entries can be dragged. */
  isLive: boolean
  onItems: (items: MenuItem[], message: string) => void
}

/** The entries of a menu, moved by dragging or with the arrow buttons. */
export function MenuList({ place, items, nameOf, isLive, onItems }: Props) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  const called = (item: MenuItem) => item.label || nameOf(item)
  const move = (from: number, to: number) => {
    const item = items[from]
    if (!item || to < 0 || to >= items.length || from === to) return
    onItems(items.toSpliced(from, 1).toSpliced(to, 0, item), `Moved: ${called(item)}, place ${to + 1}.`)
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const placeOf = (id: unknown) => items.findIndex((item) => menuKey(item) === id)
    if (over) move(placeOf(active.id), placeOf(over.id))
  }
  const remove = (at: number) => {
    const item = items[at]
    if (!item) return
    onItems(items.toSpliced(at, 1), `Taken out: ${called(item)}.`)
    document.getElementById(`menu-${place}`)?.focus()
  }
  if (!items.length) return <p className={styles.about}>Nothing stands in it.</p>
  // The library renders a style attribute, which the Content-Security-Policy forbids in HTML.
  if (!isLive) {
    return (
      <ol className={styles.list}>
        {items.map((item) => (
          <li key={menuKey(item)} className={styles.item}>
            <span className={styles.name}>{called(item)}</span>
          </li>
        ))}
      </ol>
    )
  }
  return (
    <DndContext id={place} sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
      <SortableContext items={items.map(menuKey)} strategy={verticalListSortingStrategy}>
        <ol className={styles.list}>
          {items.map((item, at) => (
            <Entry
              key={menuKey(item)}
              item={item}
              name={nameOf(item)}
              isFirst={at === 0}
              isLast={at === items.length - 1}
              onMove={(step) => move(at, at + step)}
              onLabel={(label) => onItems(items.with(at, { ...item, label }), '')}
              onRemove={() => remove(at)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}

interface EntryProps {
  item: MenuItem
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (step: 1 | -1) => void
  onLabel: (label: string) => void
  onRemove: () => void
}

function Entry({ item, name, isFirst, isLast, onMove, onLabel, onRemove }: EntryProps) {
  const { listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: menuKey(item),
  })
  const called = item.label || name
  return (
    <li
      ref={setNodeRef}
      className={styles.item}
      data-dragging={isDragging || undefined}
      style={{ transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined, transition }}
    >
      <span ref={setActivatorNodeRef} className={styles.grip} title="Drag" aria-hidden="true" {...listeners}>
        ⠿
      </span>
      <Input
        aria-label={`What readers see: ${name}`}
        value={item.label}
        placeholder={name}
        maxLength={MAX_LABEL_LENGTH}
        onChange={({ target }) => onLabel(target.value)}
      />
      <span className={styles.tools}>
        <Button look="quiet" aria-disabled={isFirst} aria-label={`Move ${called} up`} onClick={() => onMove(-1)}>
          ↑
        </Button>
        <Button look="quiet" aria-disabled={isLast} aria-label={`Move ${called} down`} onClick={() => onMove(1)}>
          ↓
        </Button>
        <Button look="quiet" aria-label={`Take out ${called}`} onClick={onRemove}>
          Take out
        </Button>
      </span>
    </li>
  )
}
