"""What stands between a right password and being signed in."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage


class AddressStage(EmailVerificationStage):
    """Has somebody who signed up prove the address once; accounts made on the command line may have none."""

    def handle(self) -> tuple[Any, bool]:
        """Let through who has signed in before, and who never gave an address."""
        user = self.login.user
        known = user is not None and not self.login.signup
        if known and (user.last_login is not None or not EmailAddress.objects.filter(user=user).exists()):
            return None, True
        return super().handle()  # type: ignore[no-any-return]  # allauth carries no types
