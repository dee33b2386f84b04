"use strict";
(function () {
  const graph = JSON.parse(document.getElementById("graph").textContent);
  const box = document.getElementById("network");
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = dark ? graph.dark : graph.light;
  const colour = (item) => theme[item.token] || theme.line;
  const nodes = graph.nodes.map((node) => ({
    ...node,
    color: { background: theme.card, border: colour(node), highlight: { background: theme.card, border: theme.text } },
    font: { color: theme.text },
  }));
  const edges = graph.edges.map((edge) => ({
    ...edge,
    color: { color: colour(edge), highlight: theme.text },
    font: { color: theme.quiet, strokeColor: theme.page, strokeWidth: 4, size: 12 },
  }));
  const network = new vis.Network(box, { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) }, graph.options);
  const rows = document.querySelectorAll("tr[data-edge]");
  network.on("select", (chosen) => {
    rows.forEach((row) => row.classList.toggle("chosen", chosen.edges.includes(Number(row.dataset.edge))));
  });
  network.once("afterDrawing", () => { box.dataset.ready = "1"; });
})();
