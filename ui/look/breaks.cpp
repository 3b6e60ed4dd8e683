#include "ui/look/breaks.h"

namespace lanyard {

QString breakable(const QString &text, qsizetype first, qsizetype further)
{
    QString broken;
    qsizetype length = 0;
    qsizetype longest = first;
    for (const QChar character : text) {
        if (character.isSpace())
            longest = first;
        length = character.isSpace() ? 0 : length + 1;
        if (length > longest && !character.isLowSurrogate() && !character.isMark()) {
            broken += LineBreak;
            length = 1;
            longest = further;
        }
        broken += character;
    }
    return broken;
}

} // namespace lanyard
