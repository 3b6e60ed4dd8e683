#include "ui/common/secretedit.h"

#include "ui/common/toldtexts.h"

namespace lanyard {

SecretEdit::SecretEdit(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::selectionChanged, this, [this] {
        if (echoMode() == QLineEdit::Normal && hasSelectedText())
            deselect();
    });
    setRevealed(false);
}

void SecretEdit::setRevealed(bool revealed)
{
    setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    if (revealed)
        deselect();
    // setEchoMode resets them.
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
}

void SecretEdit::wipe()
{
    // Qt keeps an undo command for each typed character, and their memory after it forgets them: the same number of
    // others take their place, of which nobody is told. Hidden, so that nobody reads what is taken out either.
    const TextSilence silence(*this);
    const bool wasRevealed = echoMode() == QLineEdit::Normal;
    setRevealed(false);
    const qsizetype size = text().size();
    setText({});
    {
        const QSignalBlocker unseen(*this); // nobody has entered these
        insert(QString(qMin<qsizetype>(4 * size, maxLength()), u'x'));
        setText({});
    }
    setRevealed(wasRevealed);
}

} // namespace lanyard

#include "moc_secretedit.cpp"
