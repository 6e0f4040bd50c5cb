// Pages are the same bytes for everybody, so whom one has chosen to be comes from a cookie that a page may read.
const role = /(?:^|; )see_as=(\w+)/.exec(document.cookie)?.[1];
if (role) document.querySelector(`.ribbon button[value="${role}"]`)?.setAttribute("aria-pressed", "true");
