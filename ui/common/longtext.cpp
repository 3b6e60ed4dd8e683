#include "ui/common/longtext.h"

#include "ui/common/secretedit.h"

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
    if (!edit->hasFocus())
        edit->home(false); // a text is read from its beginning
}

void refuseLongTexts(QLineEdit *edit, qsizetype most, const std::function<void()> &refused)
{
    writeLine(edit, edit->text(), most);
    const bool isSecret = qobject_cast<SecretEdit *>(edit);
    QObject::connect(
        edit, &QLineEdit::textChanged, edit,
        [edit, most, refused, isSecret, kept = isSecret ? QString() : edit->text()](const QString &text) mutable {
            if (text.size() <= most) {
                kept = isSecret ? QString() : text;
                return;
            }
            const auto takeBack = [edit, most, refused, kept] {
                if (edit->text().size() <= most)
                    return;
                edit->setText(kept);
                refused();
            };
            // Queued: Qt is still inserting it.
            QMetaObject::invokeMethod(edit, takeBack, Qt::QueuedConnection);
        });
}

} // namespace lanyard
