import type { Workbench } from './workbench.ts';

/** Drags the edge of the side bar until it is this wide (pixels; VS Code allows 170 and more). */
export async function setSidebarWidth({ page }: Workbench, width: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) throw new Error('The side bar is not shown.');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + width, middle, { steps: 5 });
  await page.mouse.up();
  // Away from the edge, which is highlighted as long as the mouse is on it.
  await page.mouse.move(box.x + width + 200, middle);
}

/** Width of the side bar, pixels. */
export async function sidebarWidth({ page }: Workbench): Promise<number> {
  return (await page.locator('.part.sidebar').boundingBox())?.width ?? 0;
}
