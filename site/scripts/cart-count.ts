// Pages are the same bytes for everybody, so the count of the basket comes from a cookie that a page may read.
const count = /(?:^|; )cart_count=(\d{1,4})/.exec(document.cookie)?.[1];
const badge = document.querySelector<HTMLElement>("[data-cart-count]");
if (badge && count && count !== "0") {
  badge.textContent = count;
  badge.hidden = false;
}
