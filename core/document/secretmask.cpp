#include "core/document/secretmask.h"

#include "core/base/json.h"
#include "core/document/secretwords.h"

using namespace Qt::StringLiterals;

namespace lanyard {

QString maskedSecrets(const QString &text, const QRegularExpression &form)
{
    QString clean;
    qsizetype kept = 0; // from here on the text is not in the result yet
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype begin = match.capturedStart(u"secret");
        clean += QStringView(text).sliced(kept, begin - kept);
        clean += SecretMask;
        kept = match.capturedEnd(u"secret");
    }
    return kept == 0 ? text : clean.append(QStringView(text).sliced(kept));
}

QString maskedBehind(const QRegularExpression &name, const QRegularExpression &value, const QString &text,
                     QStringView replacement)
{
    QString clean;
    qsizetype kept = 0;
    for (auto found = name.match(text, 0, QRegularExpression::NormalMatch, CheckedText); found.hasMatch();) {
        qsizetype next = found.capturedEnd(u"name");
        // One in JSON may be written with escapes.
        if (speaksOfSecret(jsonUnquoted(QString(u'"' + found.captured(u"name") + u'"')))) {
            const qsizetype begin = found.capturedEnd();
            const auto secret = value.match(text, begin, QRegularExpression::NormalMatch,
                                            CheckedText | QRegularExpression::AnchorAtOffsetMatchOption);
            const qsizetype end = secret.hasMatch() ? secret.capturedEnd() : text.size();
            if (end > begin) {
                clean += QStringView(text).sliced(kept, begin - kept);
                clean += replacement;
                kept = next = end;
            }
        }
        found = name.match(text, next, QRegularExpression::NormalMatch, CheckedText);
    }
    return kept == 0 ? text : clean.append(QStringView(text).sliced(kept));
}

} // namespace lanyard
