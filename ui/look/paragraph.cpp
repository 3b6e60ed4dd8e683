#include "ui/look/paragraph.h"

#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QCoreApplication>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int LogoInLines = 4;

class Logo
{
    Q_DECLARE_TR_FUNCTIONS(Logo)
};

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
    label->setPixmap(QIcon(u":/icons/lanyard.svg"_s).pixmap(LogoInLines * iconSide()));
    label->setAccessibleName(Logo::tr("Logo of Lanyard"));
    return label;
}

} // namespace lanyard
