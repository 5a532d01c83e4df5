/** The answer page's script. The data stands in the page's attributes: the policy allows no inline script. */
export const ANSWER_SCRIPT = `const { opener, message, redirect } = document.querySelector('[data-redirect]').dataset;

if (window.opener && opener) {
  window.opener.postMessage(JSON.parse(message), opener);
  window.close();
} else {
  window.location.replace(redirect);
}
`;
