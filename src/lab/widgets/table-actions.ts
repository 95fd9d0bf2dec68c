import type { InteractiveTable } from '../draw/interactive-table.js';
import type { FigureAction } from './figure-actions.js';

/** What a user can do with a table as a whole. */
export function tableActions(table: InteractiveTable): FigureAction[] {
  return [
    {
      name: 'find',
      label: 'Find in the table (Ctrl+F)',
      icon: 'M7,2.5A4.5,4.5 0 1 1 6.99,2.5M10.2,10.2L14,14',
      run: () => table.openFind(),
    },
    {
      name: 'copy',
      label: 'Copy the whole table as tab-separated text',
      icon: 'M6,5.5h7.5v8h-7.5zM10,5.5v-3h-7.5v8h3.5',
      run: () => void table.copyAll(),
    },
  ];
}
