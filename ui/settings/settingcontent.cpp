#include "ui/settings/settingcontent.h"

#include "core/base/typedtext.h"
#include "core/models/textremark.h"
#include "ui/common/secretedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace lanyard {

namespace {

QString withoutBreakEnds(QString lines)
{
    while (lines.startsWith(u'\n'))
        lines.remove(0, 1);
    while (lines.endsWith(u'\n'))
        lines.chop(1);
    return lines;
}

} // namespace

bool isMasked(const QWidget *editor)
{
    return qobject_cast<const SecretEdit *>(editor);
}

QString textIn(const QWidget *editor)
{
    if (const auto *box = qobject_cast<const QComboBox *>(editor))
        return box->currentText();
    if (const auto *check = qobject_cast<const QCheckBox *>(editor))
        return check->text();
    const auto *edit = qobject_cast<const QLineEdit *>(editor);
    return edit ? edit->text() : QString();
}

QString lineIn(const QWidget *editor)
{
    const QString text = textIn(editor);
    const QString lines = withoutBreakEnds(typedText(text));
    // A tab within a secret is a part of it, as it is in a password to sign in with.
    return lines.contains(u'\n') || isMasked(editor) ? lines : typedLine(text);
}

QString removedIn(const QWidget *editor)
{
    return isMasked(editor) ? removedRemark(textIn(editor), lineIn(editor)) : QString();
}

int cursorIn(const QWidget *editor)
{
    const auto *edit = qobject_cast<const QLineEdit *>(editor);
    return edit ? edit->cursorPosition() : 0;
}

bool keepVisible(QLineEdit *edit, QString *kept, qsizetype most)
{
    const QString text = edit->text();
    const bool isTooLong = text.size() > most && text.size() > kept->size();
    const auto keep = isMasked(edit) ? keptSecret : keptText;
    const QString visible = isTooLong ? *kept : keep(text, *kept);
    const qsizetype behindCursor = text.size() - edit->cursorPosition();
    *kept = visible;
    if (visible == text)
        return true;
    const QSignalBlocker own(edit);
    edit->setText(visible);
    edit->setCursorPosition(static_cast<int>(std::max<qsizetype>(0, visible.size() - behindCursor)));
    return !isTooLong;
}

} // namespace lanyard
