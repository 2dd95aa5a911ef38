// Says how strong a password is while it is typed. An aid alone: the server decides by the realm's policy, and the page
// works the same without this script. Nothing typed leaves the page.

const LEVELS = ["weak", "weak", "fair", "good", "strong"];

/** Characters that one of these could have been, so that long and mixed passwords come out ahead. */
function alphabet(password) {
  let size = 0;
  if (/[a-z]/.test(password)) size += 26;
  if (/[A-Z]/.test(password)) size += 26;
  if (/[0-9]/.test(password)) size += 10;
  if (/[^a-zA-Z0-9\u0080-\uffff]/.test(password)) size += 33;
  if (/[\u0080-\uffff]/.test(password)) size += 1000;
  return size;
}

/** Characters that are no repetition of, and no step from, the one before. */
function effectiveLength(password) {
  const codes = Array.from(password, (character) => character.codePointAt(0));
  return codes.filter((code, i) => i === 0 || Math.abs(code - codes[i - 1]) > 1).length;
}

/** 0 for nothing, else 1 to 4. */
export function strength(password, known) {
  if (password === "") {
    return 0;
  }
  const lower = password.toLowerCase();
  if (known.some((word) => word.length > 2 && lower.includes(word))) {
    return 1;
  }
  const bits = effectiveLength(password) * Math.log2(Math.max(alphabet(password), 2));
  return bits < 40 ? 1 : bits < 60 ? 2 : bits < 80 ? 3 : 4;
}

const box = document.getElementById("crm-strength");
const input = document.getElementById("password-new");
if (box && input) {
  const meter = document.getElementById("crm-strength-meter");
  const text = document.getElementById("crm-strength-text");
  const username = document.querySelector("input[name=username]")?.value.toLowerCase() ?? "";
  const known = [username, ...username.split(/[@._-]+/), "password", "qwerty", "123456"];
  input.addEventListener("input", () => {
    const level = strength(input.value, known);
    box.hidden = level === 0;
    meter.value = level;
    text.textContent = level === 0 ? "" : box.dataset[LEVELS[level]];
  });
}
