/**
 * Lets libraries that write styles by script live under a CSP without `unsafe-inline`: each `<style>` they
 * make carries the page's nonce, and `setAttribute('style', …)` goes through CSSOM, which the CSP allows.
 * Must be the first import of the page, before any library keeps a reference to the originals.
 */

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''

const createElement = document.createElement.bind(document)
// `as`: the overloads of createElement cannot be written as one function.
document.createElement = ((tag: string, options?: ElementCreationOptions) => {
  const element = createElement(tag, options)
  if (element instanceof HTMLStyleElement) element.nonce = nonce
  return element
}) as typeof document.createElement

const setAttribute = Element.prototype.setAttribute
Element.prototype.setAttribute = function (this: Element, name: string, value: string) {
  if (name === 'style' && this instanceof HTMLElement) this.style.cssText = value
  else setAttribute.call(this, name, value)
}

/** The nonce of this page load, for libraries that ask for it. */
export const CSP_NONCE = nonce
