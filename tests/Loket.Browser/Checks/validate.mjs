// Reads pages, one JSON string per line; answers each with a line: a JSON array of what is wrong with its HTML.
import { createInterface } from 'node:readline';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Razor writes what no reader or program sees: spaces at ends of lines, void elements with a slash, values of attributes that need none.
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // Check boxes of one question share its name, as radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
});

for await (const line of createInterface({ input: process.stdin })) {
  const report = await validator.validateString(JSON.parse(line));
  const wrong = report.results.flatMap(result => result.messages).map(one => `${one.ruleId}: ${one.message} (line ${one.line}, ${one.selector ?? 'no element'})`);
  console.log(JSON.stringify(wrong));
}
