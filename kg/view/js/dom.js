/** Make an element. Text is only ever set as text; children are elements or strings. */
function make(tag, options = {}, ...children) {
  const { on = {}, data = {}, ...properties } = options;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("aria-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  for (const [name, value] of Object.entries(data)) element.dataset[name] = value;
  for (const [event, handler] of Object.entries(on)) element.addEventListener(event, handler);
  element.append(...children);
  return element;
}

/** A name from the data: its writing direction ends where it ends. */
function nameOf(text, className = "") {
  return make("bdi", { className, textContent: text });
}

function button(text, onClick, className = "") {
  return make("button", { type: "button", className, on: { click: onClick } }, text);
}

/** A coloured dot; colours come from the ontology and are set as a property, which the policy allows. */
function dot(color) {
  const element = make("span", { className: "dot", "aria-hidden": "true" });
  element.style.backgroundColor = color;
  return element;
}

function byId(id) {
  return document.getElementById(id);
}
