#include "ui/look/fixedfont.h"

#include <QFontDatabase>
#include <QStringList>

namespace lanyard {

QFont fixedFont()
{
    QFont font;
    font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    return font;
}

} // namespace lanyard
