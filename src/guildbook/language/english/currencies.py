"""Currencies by the words and signs English texts use for them."""

CURRENCIES = {
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "cny": "CNY",
    "dollar": "USD",
    "usd": "USD",
    "euro": "EUR",
    "eur": "EUR",
    "pound": "GBP",
    "gbp": "GBP",
    "baht": "THB",
    "thb": "THB",
    "dong": "VND",
    "vnd": "VND",
    "kip": "LAK",
    "lak": "LAK",
    "riel": "KHR",
    "khr": "KHR",
    "ringgit": "MYR",
    "myr": "MYR",
    "rupiah": "IDR",
    "idr": "IDR",
    "peso": "PHP",
    "php": "PHP",
    "kyat": "MMK",
    "mmk": "MMK",
    "yen": "JPY",
    "jpy": "JPY",
    "won": "KRW",
    "krw": "KRW",
    "sgd": "SGD",
}
CURRENCY_SIGNS = {
    "us$": "USD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "rm": "MYR",
    "rp": "IDR",
    "฿": "THB",
    "₫": "VND",
    "s$": "SGD",
    "₱": "PHP",
}

_NOUNS = {
    code: noun
    for noun, code in reversed(CURRENCIES.items())
    if noun not in ("rmb", "renminbi") and noun.upper() != code
}


def money_noun(code: str) -> str:
    """Return the word for a currency code: "dollar" for USD."""
    return _NOUNS.get(code, "dollar" if code.endswith("D") else code.lower())
