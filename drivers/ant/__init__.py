"""ANT+ straps, foot pods and fitness equipment through openant."""
