// What /partenariats/carte/points.json says: territories as columns, partnerships as links between them.

/** {x, y, names, keys, totals, abroad, countries, neighbours(i)} of the answer of the server. */
export function read(answer) {
  const { x, y, n: names, k: keys, t: totals, c: codes, pays: countries, l: pairs, m: networks } = answer;
  return {
    x, y, names, keys, totals, countries,
    size: x.length,
    abroad: (i) => codes[i] !== 0,
    country: (i) => countries[codes[i]]?.[0] ?? "",
    place: (key) => keys.indexOf(key),
    neighbours: (i) => partners(i, pairs, networks),
    byTotal: [...x.keys()].sort((a, b) => totals[b] - totals[a] || a - b),
  };
}

/** Those with whom `i` works. */
function partners(i, pairs, networks) {
  const found = new Set();
  for (let at = 0; at < pairs.length; at += 2) {
    if (pairs[at] === i) found.add(pairs[at + 1]);
    else if (pairs[at + 1] === i) found.add(pairs[at]);
  }
  for (const parties of networks) if (parties.includes(i)) for (const other of parties) found.add(other);
  found.delete(i);
  return [...found];
}

/** Points nearer than `radius` to a more linked one are counted with it: [{at, members, total}]. */
export function gathered(points, radius, shown) {
  const cells = new Map();
  const groups = [];
  const cell = (a, b) => a * 100_003 + b;
  for (const i of points.byTotal) {
    if (!shown(i)) continue;
    const [x, y] = [points.x[i], points.y[i]];
    const [column, row] = [Math.floor(x / radius), Math.floor(y / radius)];
    const near = nearest(points, cells, cell, column, row, x, y, radius);
    if (near) {
      near.members.push(i);
      near.total += points.totals[i];
      continue;
    }
    const group = { at: i, members: [i], total: points.totals[i] };
    groups.push(group);
    const name = cell(column, row);
    if (!cells.has(name)) cells.set(name, []);
    cells.get(name).push(group);
  }
  return groups;
}

function nearest(points, cells, cell, column, row, x, y, radius) {
  let best = null;
  let least = radius * radius;
  for (let a = column - 1; a <= column + 1; a += 1) {
    for (let b = row - 1; b <= row + 1; b += 1) {
      for (const group of cells.get(cell(a, b)) ?? []) {
        const away = (points.x[group.at] - x) ** 2 + (points.y[group.at] - y) ** 2;
        if (away < least) [best, least] = [group, away];
      }
    }
  }
  return best;
}
