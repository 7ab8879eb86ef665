/** How a lesson's HTML looks. Shared with the lesson page's own frame by the build, which takes it from output-frame.html. */
declare const FRAME_STYLE: string;

export const frameStyle = FRAME_STYLE;
