// Draws a process and marks where it is. The list of steps beside it says the same in words.
const LIBRARY = '/assets/lib/bpmn-viewer.production.min.js';

function load(nonce) {
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = LIBRARY;
    script.nonce = nonce;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}

async function draw(place) {
  const viewer = new window.BpmnJS({ container: place });
  await viewer.importXML(place.dataset.bpmn);
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  // An ended process has no active step, and then the attribute is not there at all.
  const mark = (ids = '', marker) => ids.split(' ')
    .filter((id) => id && viewer.get('elementRegistry').get(id))
    .forEach((id) => canvas.addMarker(id, marker));
  mark(place.dataset.finished, 'did-finished');
  mark(place.dataset.active, 'did-active');
  place.querySelector('svg').setAttribute('aria-hidden', 'true');
}

export async function drawDiagrams() {
  const places = [...document.querySelectorAll('[data-bpmn]')];
  if (places.length) {
    await load(document.querySelector('script[nonce]').nonce);
    places.forEach(draw);
  }
}
