"""The one settings file; what differs between machines is read in `env`."""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from guildbook.config import env
from guildbook.config.institutions import institutions
from guildbook.config.mail import mail_settings

PACKAGE = Path(__file__).resolve().parent.parent


def _secret_key() -> str:
    """The configured key, or one made once and kept readable for its owner only."""
    if env.SECRET_KEY:
        return env.SECRET_KEY
    kept = env.DATA / "secret-key"
    if not kept.exists():
        env.DATA.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


SECRET_KEY = _secret_key()
DEBUG = env.DEBUG
_address = urlsplit(env.ADDRESS)
if env.ADDRESS and (_address.scheme not in {"http", "https"} or not _address.hostname or _address.path):
    raise ImproperlyConfigured("GUILDBOOK_ADDRESS must look like https://book.example.org, nothing behind it")
# The site's own address, which mails link to.
ADDRESS = env.ADDRESS or "http://127.0.0.1:8000"
ADDRESS_IS_GIVEN = bool(env.ADDRESS)
BY_HTTPS = _address.scheme == "https"
ALLOWED_HOSTS = [*env.HOSTS, *([_address.hostname] if _address.hostname else [])]

# Areas, lowest first: record types register in this order, and pages list them in it.
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "ninja",  # brings the API documentation page's script and style, so that no stranger's server is asked for them
    "guildbook.kit",
    "guildbook.faces",
    "guildbook.accounts",
    "guildbook.files",
    "guildbook.notices",
    "guildbook.directory",
    "guildbook.mandates",
    "guildbook.reviews",
    "guildbook.figures",
    "guildbook.search",
    "guildbook.alliances",
    "guildbook.agreements",
    "guildbook.units",
    "guildbook.programmes",
    "guildbook.standards",
    "guildbook.events",
    "guildbook.plans",
    "guildbook.rounds",
    "guildbook.reports",
    "guildbook.imports",
    "guildbook.reading",
    "guildbook.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "guildbook.portal.middleware.security_headers",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "guildbook.portal.middleware.choose_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "guildbook.config.urls"
WSGI_APPLICATION = "guildbook.config.wsgi.application"
ASGI_APPLICATION = "guildbook.config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "guildbook.config.jinja.environment",
            "context_processors": ["django.contrib.messages.context_processors.messages"],
        },
    },
    # django-ninja's API documentation page is a Django template.
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "DIRS": []},
]

# Contents of attached files, each once, by its SHA-256.
FILES = env.DATA / "files"
IMPORTS = env.DATA / "imports"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": env.DATA / "guildbook.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "django.contrib.auth.backends.ModelBackend",  # for sessions that began before allauth came
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "email", "shown_name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Accounts: allauth's rules, with pages, words and mails of our own (accounts/).
ACCOUNT_ADAPTER = "guildbook.config.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
# Nobody chooses a password while signing up: whoever gives a stranger's address must not know a way in afterwards.
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60  # mail takes its time
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": True, "length": 8}  # every keyboard has digits
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 5
ACCOUNT_SESSION_REMEMBER = True
# A school's staff share one address towards us: more sign-ins a minute than allauth allows, no more failed ones.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip"}
ACCOUNT_USER_DISPLAY = "guildbook.accounts.queries.name_of"
# A code just run out is still good: clocks differ, and typing takes time.
MFA_TOTP_TOLERANCE = 1
MFA_ADAPTER = "guildbook.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody who signed up gets this far without a verified address
MFA_TOTP_ISSUER = "Guildbook"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
SOCIALACCOUNT_ADAPTER = "guildbook.accounts.adapters.InstitutionAdapter"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": institutions(Path(env.INSTITUTIONS)) if env.INSTITUTIONS else []}}
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
# A link, not a form: the content policy lets no form lead to another site. accounts.views guards connecting.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_AUTO_SIGNUP = False
if env.SIGN_UP not in {"invited", "open"}:
    raise ImproperlyConfigured("GUILDBOOK_SIGN_UP must be invited or open")
SIGN_UP_IS_OPEN = env.SIGN_UP == "open"
# `guildbook serve` speaks no TLS: where the address is https a proxy stands before it, and says who asks.
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if BY_HTTPS else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BY_HTTPS else 0
SILENCED_SYSTEM_CHECKS = ["account.W001"]  # user names are for accounts made on the command line

# Limits of attempts are counted where all processes see them. Files would be counted wrongly by two processes at
# once; the table is made by a migration of ours, so that nobody need create it by hand.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

_mail = mail_settings(env.MAIL, env.DATA / "mail")
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_FILE_PATH = _mail.get("EMAIL_FILE_PATH")
EMAIL_HOST = _mail.get("EMAIL_HOST", "localhost")
EMAIL_PORT = _mail.get("EMAIL_PORT", 25)
EMAIL_HOST_USER = _mail.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = _mail.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = _mail.get("EMAIL_TIMEOUT")
DEFAULT_FROM_EMAIL = env.MAIL_FROM or f"Guildbook <guildbook@{_address.hostname or 'localhost'}>"

CHROMIUM = env.CHROMIUM

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", _("English")),
    ("zh-hans", _("Simplified Chinese")),
    ("vi", _("Vietnamese")),
    ("th", _("Thai")),
    ("lo", _("Lao")),
    ("id", _("Indonesian")),
]
# Django has no Lao: what it calls itself and how it is written is said here; its messages are in our catalogue.
LANG_INFO["lo"] = {"bidi": False, "code": "lo", "name": "Lao", "name_local": "ພາສາລາວ"}
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = BY_HTTPS
CSRF_TRUSTED_ORIGINS = [env.ADDRESS] if env.ADDRESS else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BY_HTTPS else None
SECURE_HSTS_SECONDS = 30 * 24 * 3600 if BY_HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# A press text of 5 MB is the largest thing anybody pastes; a little more lets us answer it with a clear error.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
# The form of an event has a field per cell of its parts: a thousand, Django's default, is soon reached.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
