// The same for the lines of a list that Python turns.
pragma ComponentBehavior: Bound

import QtQuick
import Switchback

PageTurner {
    id: turner

    required property Paged lines

    hasBefore: lines.hasBefore
    hasMore: lines.hasMore

    onTurned: by => turner.lines.page(by)
}
