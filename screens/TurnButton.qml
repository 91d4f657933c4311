// To the lines before, or to the next ones.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

BigButton {
    required property Paged lines
    required property bool back

    enabled: back ? lines.hasBefore : lines.hasMore
    label: back ? "‹" : "›"
    labelSize: Theme.title * 1.4
    width: 1.6 * Theme.touch

    onTapped: lines.page(back ? -1 : 1)
}
