#include "core/base/sentences.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A closing quotation mark or bracket, or the end of a direction of its own, may stand behind the full stop.
bool isEnded(const QString &text)
{
    static const QRegularExpression end(uR"([.!?…。！？؟۔।][\p{Pe}\p{Pf}"'\x{2069}\s]*$)"_s);
    return end.match(text).hasMatch();
}

} // namespace

QString withQuotation(const QString &sentence, const QString &value, const QString &other)
{
    static const QRegularExpression closing(uR"((%1\s*[\p{Pf}\p{Pi}"])[.。।])"_s);
    const QString fitted = isEnded(value) ? QString(sentence).replace(closing, u"\\1"_s) : sentence;
    return other.isNull() ? fitted.arg(value) : fitted.arg(value, other);
}

QString inSequence(const QStringList &parts)
{
    QString told;
    for (const QString &part : parts) {
        if (!told.isEmpty() && !part.isEmpty())
            told += isEnded(told) ? u" "_s : u". "_s;
        told += part;
    }
    return told;
}

} // namespace lanyard
