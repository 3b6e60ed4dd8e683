#include "ui/common/longtext.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace lanyard {

namespace {

class LongText
{
    Q_DECLARE_TR_FUNCTIONS(LongText)

public:
    static QString tooLong(const QString &most)
    {
        return tr("That text is too long and was not inserted. At most %1 characters fit here.").arg(most);
    }
};

} // namespace

QString tooLongText(qsizetype most)
{
    return LongText::tooLong(QLocale().toString(most));
}

void writeLine(QLineEdit *edit, const QString &text, qsizetype most)
{
    edit->setMaxLength(static_cast<int>(std::max(most, text.size())) + 1);
    edit->setText(text);
}

} // namespace lanyard
