/** The picture on paper: a still of what is shown, in the light theme, when the page is printed. */

export function paper(picture, canvas) {
  const root = document.documentElement;
  const draw = () => {
    const before = root.dataset.theme;
    root.dataset.theme = "light";
    picture.recolour();
    picture.sigma.refresh();
    const layers = picture.sigma.getCanvases();
    canvas.width = layers.nodes.width;
    canvas.height = layers.nodes.height;
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    // In one task with the drawing: later the graphics card has forgotten it.
    for (const name of ["edges", "nodes", "labels"]) context.drawImage(layers[name], 0, 0);
    if (before) root.dataset.theme = before;
    else delete root.dataset.theme;
    picture.recolour();
  };
  addEventListener("beforeprint", draw);
}
