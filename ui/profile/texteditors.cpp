#include "ui/profile/texteditors.h"

#include "core/base/text.h"
#include "ui/common/textarea.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace lanyard {

namespace {

void fill(FieldEditor *editor, QWidget *edit, const UserField &field)
{
    auto *layout = new QHBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(edit);
    edit->setAccessibleName(fieldLabel(field));
    editor->setFocusProxy(edit);
}

// Addresses and numbers are written left to right in every language.
bool readsLeftToRight(FieldKind kind)
{
    return kind == FieldKind::Email || kind == FieldKind::Phone || kind == FieldKind::Number;
}

Qt::InputMethodHints hintsFor(FieldKind kind)
{
    if (kind == FieldKind::Email)
        return Qt::ImhEmailCharactersOnly;
    return kind == FieldKind::Phone ? Qt::ImhDialableCharactersOnly : Qt::ImhNone;
}

} // namespace

LineFieldEditor::LineFieldEditor(const UserField &field, QWidget *parent) : FieldEditor(parent), m_edit(new QLineEdit)
{
    fill(this, m_edit, field);
    m_edit->setInputMethodHints(hintsFor(field.kind));
    if (readsLeftToRight(field.kind))
        m_edit->setLayoutDirection(Qt::LeftToRight);
    connect(m_edit, &QLineEdit::textEdited, this, &LineFieldEditor::takeTyped);
}

void LineFieldEditor::setValue(const QVariant &value)
{
    // Not while it says the same: that would move the cursor and empty the undo history.
    if (m_edit->text() == value.toString())
        return;
    m_edit->setText(value.toString());
    // At the end while it is being worked in (undo), at the start where it is read.
    m_edit->setCursorPosition(m_edit->hasFocus() ? static_cast<int>(m_edit->text().size()) : 0);
}

void LineFieldEditor::setReadOnly(const QString &text)
{
    m_edit->setReadOnly(true);
    m_edit->setFrame(false);
    QPalette quiet = palette();
    quiet.setColor(QPalette::Base, Qt::transparent);
    m_edit->setPalette(quiet);
    setValue(text);
}

void LineFieldEditor::setEditable()
{
    m_edit->setReadOnly(false);
    m_edit->setFrame(true);
    m_edit->setPalette({});
}

// QLineEdit takes a pasted line break in and does not show it.
void LineFieldEditor::takeTyped(const QString &typed)
{
    const QString line = typedLine(typed);
    if (line != typed) {
        // What stands before the cursor keeps its line breaks as if more followed.
        const qsizetype before = typedLine(typed.left(m_edit->cursorPosition()) + u'x').size() - 1;
        m_edit->setText(line);
        m_edit->setCursorPosition(static_cast<int>(std::min(before, line.size())));
    }
    Q_EMIT edited(line);
}

TextFieldEditor::TextFieldEditor(const UserField &field, QWidget *parent) : FieldEditor(parent), m_edit(new TextArea)
{
    constexpr int lines = 4;
    fill(this, m_edit, field);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * lines + 16);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT edited(m_edit->text()); });
}

void TextFieldEditor::setValue(const QVariant &value)
{
    if (m_edit->text() == value.toString())
        return;
    const QSignalBlocker blocker(m_edit);
    m_edit->setText(value.toString());
    if (m_edit->hasFocus())
        m_edit->moveCursor(QTextCursor::End);
}

void TextFieldEditor::setReadOnly(const QString &text)
{
    m_edit->setReadOnly(true);
    setValue(text);
}

void TextFieldEditor::setEditable()
{
    m_edit->setReadOnly(false);
}

} // namespace lanyard

#include "moc_texteditors.cpp"
