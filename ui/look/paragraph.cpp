#include "ui/look/paragraph.h"

#include "ui/look/icons.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QCoreApplication>
#include <QIcon>
#include <QImage>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int LogoInLines = 4;

class Logo
{
    Q_DECLARE_TR_FUNCTIONS(Logo)
};

// Without the room on either side, which a line of text below it does not have.
QPixmap withoutSides(const QPixmap &picture)
{
    const QImage image = picture.toImage();
    const auto isEmpty = [&image](int x) {
        for (int y = 0; y < image.height(); ++y) {
            if (qAlpha(image.pixel(x, y)) != 0)
                return false;
        }
        return true;
    };
    int left = 0;
    while (left < image.width() && isEmpty(left))
        ++left;
    int right = image.width();
    while (right > left && isEmpty(right - 1))
        --right;
    return picture.copy(left, 0, right - left, image.height());
}

} // namespace

PlainLabel *paragraph(const QString &text)
{
    auto *label = new PlainLabel(text);
    label->setWordWrap(true);
    return label;
}

PlainLabel *note(const QString &text)
{
    PlainLabel *label = paragraph(text);
    makeQuiet(*label);
    return label;
}

PlainLabel *logo()
{
    auto *label = new PlainLabel;
    label->setPixmap(withoutSides(programIcon().pixmap(LogoInLines * iconSide())));
    label->setAccessibleName(Logo::tr("Logo of Lanyard"));
    return label;
}

} // namespace lanyard
