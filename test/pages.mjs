// @ts-check

let states = 0;

/**
 * Serves what the component tests' pages ask their own origin for: `/test/state`, which gives a new state each time and the
 * challenge that it is asked for, and `/test/back/oauth/`, the consent page of a CRM from which the visitor goes back at once.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function pages() {
  return {
    name: 'pages',
    async serve({ path, query }) {
      if (path === '/test/back/oauth/') {
        return {
          body: '<!doctype html><script>onload = () => setTimeout(() => history.back(), 500)</script>',
          type: 'html',
        };
      }
      if (path !== '/test/state') return undefined;
      await new Promise((resolve) => setTimeout(resolve, Number(query.delay ?? 0)));
      states += 1;
      const answers = { html: '<!doctype html>', none: '{}', list: '[]', number: '{"state":1}' };
      const given = { state: `state-${states}`, codeChallenge: query.challenge };
      const body = Reflect.get(answers, String(query.answer)) ?? JSON.stringify(given);
      return {
        body,
        type: query.answer === 'html' ? 'html' : 'json',
        headers: { 'cache-control': 'no-store' },
      };
    },
    transform(context) {
      if (context.path === '/test/state' && context.query.status)
        context.status = Number(context.query.status);
    },
  };
}
