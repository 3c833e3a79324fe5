// Shows the page only if it is not inside a foreign frame: a policy in <meta> cannot forbid framing.
if (window.top === window.self) document.documentElement.setAttribute('data-top', '');
