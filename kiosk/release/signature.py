"""Ed25519 signatures of releases, by the library that the field trusts."""

from importlib.util import find_spec
from typing import Final

from kiosk.errors import ReleaseError
from kiosk.words import text

BYTES: Final = 64
"""Of a signature."""


def is_known() -> bool:
    """Whether the library is there: a first installation runs before anything is installed."""
    return find_spec("cryptography") is not None


def is_signed(public: bytes, signature: bytes, data: bytes) -> bool:
    """Whether `signature` of `data` was made with the other half of the key `public` (PEM).

    Raises ReleaseError when `public` is no such key.
    """
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - a first installation
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - has not got it
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
        load_pem_public_key,
    )

    try:
        key = load_pem_public_key(public)
    except ValueError as error:
        raise ReleaseError(text("The key for releases is damaged: install it anew.")) from error
    if not isinstance(key, ed25519.Ed25519PublicKey):
        raise ReleaseError(text("The key for releases is of another kind: install it anew."))
    try:
        key.verify(signature, data)
    except InvalidSignature:
        return False
    return True


def sign(private: bytes, data: bytes, password: bytes | None = None) -> tuple[bytes, bytes]:
    """The signature, and the public key (PEM) that it can be checked with.

    Raises ReleaseError when `private` (PEM) is no such key, or the password is not its own.
    """
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415

    try:
        key = serialization.load_pem_private_key(private, password)
    except (ValueError, TypeError) as error:
        raise ReleaseError(f"The private key cannot be used ({error}).") from error
    if not isinstance(key, ed25519.Ed25519PrivateKey):
        raise ReleaseError("The private key is not one of Ed25519: make one with `keygen`.")
    return key.sign(data), _public(key)


def new_key(password: bytes | None = None) -> tuple[bytes, bytes]:
    """A new pair, PEM: the private half, locked with the password if there is one; the public."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415

    key = ed25519.Ed25519PrivateKey.generate()
    locked = (
        serialization.BestAvailableEncryption(password)
        if password
        else serialization.NoEncryption()
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked
    )
    return private, _public(key)


def _public(key: object) -> bytes:
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415

    assert isinstance(key, ed25519.Ed25519PrivateKey)  # noqa: S101 - both callers made sure
    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
