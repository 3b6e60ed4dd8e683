#include "core/models/picturetexts.h"

#include "core/base/text.h"
#include "core/document/jsontext.h"
#include "core/models/editvalue.h"
#include "core/models/picture.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class PictureInWords
{
    Q_DECLARE_TR_FUNCTIONS(PlaceText)

public:
    static QString notSet() { return tr("not set"); }
    static QString picture(const QString &base64, qsizetype number)
    {
        const PictureFacts facts = pictureFacts(base64);
        const QString bytes = quoted(QLocale().formattedDataSize(facts.bytes));
        const QString text = number == 0   ? tr("a picture (%1)")
                             : number == 1 ? tr("another picture (%1)")
                                           : tr("a third picture (%1)");
        return text.arg(facts.kind.isEmpty() ? bytes
                                             : tr("%1, %2 × %3 pixels, %4")
                                                   .arg(facts.kind)
                                                   .arg(facts.size.width())
                                                   .arg(facts.size.height())
                                                   .arg(bytes));
    }
    static QString unknownPicture() { return tr("another picture"); }
};

// @p number of those that look alike otherwise.
QString numberedText(const QJsonValue &picture, qsizetype number)
{
    if (isFingerprint(picture))
        return PictureInWords::unknownPicture();
    return isJsonNothing(picture) ? PictureInWords::notSet() : PictureInWords::picture(jsonText(picture), number);
}

bool isSamePicture(const QJsonValue &a, const QJsonValue &b)
{
    return isFingerprint(a) || isFingerprint(b) ? a == b
                                                : pictureFacts(jsonText(a)).sha256 == pictureFacts(jsonText(b)).sha256;
}

} // namespace

QString pictureText(const QJsonValue &picture)
{
    return numberedText(picture, 0);
}

QStringList pictureTexts(const QList<QJsonValue> &pictures)
{
    QStringList texts;
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        const auto same = std::find_if(pictures.begin(), pictures.begin() + i, [&](const QJsonValue &earlier) {
            return isSamePicture(earlier, pictures.at(i));
        });
        qsizetype number = 0;
        while (same == pictures.begin() + i && number < i && texts.contains(numberedText(pictures.at(i), number)))
            ++number;
        texts << (same == pictures.begin() + i ? numberedText(pictures.at(i), number)
                                               : texts.at(same - pictures.begin()));
    }
    return texts;
}

} // namespace lanyard
