#include "core/base/redaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

QString redacted(QString text, const QList<Secret> &secrets)
{
    constexpr qsizetype shortest = 4;
    // Longest first: a secret that is part of another would leave the rest of it.
    QList<Secret> ordered = secrets;
    std::sort(ordered.begin(), ordered.end(), [](const Secret &a, const Secret &b) { return a.size() > b.size(); });
    for (const Secret &secret : std::as_const(ordered)) {
        if (secret.size() < shortest)
            break;
        QString word = secret.exposeText();
        text.replace(word, u"•••"_s);
        wipe(word);
    }
    return text;
}

} // namespace lanyard
