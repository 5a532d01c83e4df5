/** The block in the editor: the button itself, which does nothing there. */
{
  const { blocks, blockEditor, components, element } = wp;
  const { createElement } = element;
  const { crms, texts } = crmOAuthButton;

  const choice = (attributes, setAttributes, name, label, options) =>
    createElement(components.SelectControl, {
      label,
      options,
      value: attributes[name],
      onChange: (value) => setAttributes({ [name]: value }),
    });

  const optionsOf = (values, labels) => values.map((value, index) => ({ value, label: labels[index] }));

  blocks.registerBlockType('crm-oauth-button/button', {
    edit({ attributes, setAttributes }) {
      const { provider, theme, size } = attributes;
      const sizes = optionsOf(['small', 'medium', 'large'], texts.sizes);
      const themes = optionsOf(['light', 'dark', 'auto'], texts.themes);
      return createElement(
        'div',
        blockEditor.useBlockProps(),
        createElement(
          blockEditor.InspectorControls,
          null,
          createElement(
            components.PanelBody,
            null,
            choice(attributes, setAttributes, 'provider', 'CRM', crms),
            choice(attributes, setAttributes, 'size', texts.size, sizes),
            choice(attributes, setAttributes, 'theme', texts.theme, themes),
          ),
        ),
        createElement(
          components.Disabled,
          null,
          createElement('crm-oauth-button', { key: provider, provider, theme, size, locale: 'auto' }),
        ),
      );
    },
    save: () => null,
  });
}
