#include "ui/profile/texteditors.h"

#include "core/base/typedtext.h"
#include "core/models/fieldvalue.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/longtext.h"
#include "ui/common/readtext.h"
#include "ui/common/textarea.h"
#include "ui/profile/readline.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QtMath>

#include <algorithm>

using namespace Qt::StringLiterals;

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

// A copied link begins with "mailto:", and a copied table cell ends with a space, which nobody sees.
QString addressIn(const QString &text)
{
    QStringView address = withoutUnseenEnds(text);
    if (address.startsWith(QLatin1StringView("mailto:"), Qt::CaseInsensitive))
        address = address.sliced(7);
    return address.toString();
}

// A part of @p before is left out, and nothing else is new.
bool isDeletion(const QString &text, const QString &before)
{
    if (text.size() >= before.size())
        return false;
    const auto start = std::mismatch(text.begin(), text.end(), before.begin()).first;
    const auto end = std::mismatch(text.rbegin(), text.rend(), before.rbegin()).first;
    return (start - text.begin()) + (end - text.rbegin()) >= text.size();
}

// By a paste, a drop, an input method or assistive technology: nothing follows.
bool isPasted(const QString &text, const QString &before)
{
    const auto [from, to] = changedPart(text, before);
    const auto isLowHalf = [](QChar c) { return c.isLowSurrogate(); };
    const QStringView part = QStringView(text).sliced(from, std::max<qsizetype>(to - from, 0));
    return part.size() - std::count_if(part.begin(), part.end(), isLowHalf) > 1 && !isDeletion(text, before);
}

} // namespace

LineFieldEditor::LineFieldEditor(const UserField &field, QWidget *parent)
    : FieldEditor(parent), m_edit(field.editable ? new QLineEdit : new ReadLine),
      m_isAddress(field.kind == FieldKind::Email)
{
    fill(this, m_edit, field);
    if (!field.editable)
        setSizePolicy(m_edit->sizePolicy());
    finishOnLeaving(m_edit);
    writeLine(m_edit, {}, longestText(FieldKind::Text));
    m_edit->setInputMethodHints(hintsFor(field.kind));
    if (readsLeftToRight(field.kind))
        m_edit->setLayoutDirection(Qt::LeftToRight);
    connect(m_edit, &QLineEdit::textChanged, this, &LineFieldEditor::takeText);
    connect(m_edit, &QLineEdit::returnPressed, this, &LineFieldEditor::finish);
}

void LineFieldEditor::setValue(const QVariant &value)
{
    // Not if it is the same: that would move the cursor and clear the undo history.
    if (m_edit->text() == value.toString())
        return;
    // At the end while it is being edited (undo), at the start otherwise.
    write(value.toString(), m_edit->hasFocus() ? value.toString().size() : 0);
}

void LineFieldEditor::correctValue(const QVariant &value)
{
    const QString text = value.toString();
    write(text, text.size() - (m_edit->text().size() - m_edit->cursorPosition()));
}

void LineFieldEditor::setReadOnly(const QString &text)
{
    m_edit->setReadOnly(true);
    showForReading(*m_edit, true);
    setHint(m_edit, u"—"_s);
    setValue(text);
}

void LineFieldEditor::setEditable()
{
    m_edit->setReadOnly(false);
    showForReading(*m_edit, false);
    setHint(m_edit, {});
}

// QLineEdit accepts a pasted line break without showing it.
void LineFieldEditor::takeText()
{
    if (m_writing)
        return;
    const QString text = m_edit->text();
    if (m_edit->isReadOnly()) // assistive technology may still try
        return write(QString(m_text), 0);
    QString kept = refuses(text, m_text, longestText(FieldKind::Text)) ? m_text : keptLine(text, m_text);
    const bool arrived = isPasted(text, m_text);
    if (arrived)
        kept = meantText(m_isAddress ? addressIn(kept) : kept);
    if (kept != text) // the text after the cursor is unchanged
        write(kept, kept.size() - (text.size() - m_edit->cursorPosition()));
    m_text = kept;
    Q_EMIT edited(meantText(kept));
    if (arrived && !isComposed())
        Q_EMIT finished();
}

// What is shown, and copied from here, is what counts.
void LineFieldEditor::finish()
{
    if (const QString meant = meantText(m_text); meant != m_text && !m_edit->isReadOnly())
        write(meant, m_edit->cursorPosition());
    Q_EMIT finished(); // a remark about it has waited
}

void LineFieldEditor::write(const QString &text, qsizetype cursor)
{
    const QScopedValueRollback writing(m_writing, true);
    m_text = text;
    writeLine(m_edit, text, longestText(FieldKind::Text));
    if (m_edit->hasFocus())
        m_edit->setCursorPosition(static_cast<int>(std::clamp<qsizetype>(cursor, 0, text.size())));
}

TextFieldEditor::TextFieldEditor(const UserField &field, QWidget *parent) : FieldEditor(parent), m_edit(new TextArea)
{
    constexpr int lines = 5; // whole ones
    fill(this, m_edit, field);
    finishOnLeaving(m_edit);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * lines +
                           2 * (m_edit->frameWidth() + qCeil(m_edit->document()->documentMargin())));
    m_edit->setMostCharacters(longestText(FieldKind::MultiLine));
    connect(m_edit, &TextArea::refused, this, [this] { refuse(longestText(FieldKind::MultiLine)); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &TextFieldEditor::takeText);
}

void TextFieldEditor::setValue(const QVariant &value)
{
    if (m_edit->text() == value.toString())
        return;
    write(value.toString());
    if (m_edit->hasFocus())
        m_edit->moveCursor(QTextCursor::End);
}

void TextFieldEditor::takeText()
{
    if (m_writing)
        return;
    const QString text = m_edit->text();
    QString kept = refuses(text, m_text, longestText(FieldKind::MultiLine)) ? m_text : keptText(text, m_text);
    const bool arrived = isPasted(text, m_text);
    if (arrived)
        kept = meantText(kept);
    if (kept != text)
        writeBeforeCursor(kept);
    m_text = kept;
    Q_EMIT edited(meantText(kept));
    if (arrived && !isComposed())
        Q_EMIT finished();
}

void TextFieldEditor::write(const QString &text)
{
    const QScopedValueRollback writing(m_writing, true);
    m_text = text;
    m_edit->setText(text);
}

// What follows the cursor is unchanged.
void TextFieldEditor::writeBeforeCursor(const QString &text)
{
    const qsizetype position = text.size() - (m_edit->text().size() - m_edit->textCursor().position());
    write(text);
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(static_cast<int>(std::clamp<qsizetype>(position, 0, text.size())));
    m_edit->setTextCursor(cursor);
}

void TextFieldEditor::correctValue(const QVariant &value)
{
    writeBeforeCursor(value.toString());
}

void TextFieldEditor::finish()
{
    if (const QString meant = meantText(m_text); meant != m_text && !m_edit->isReadOnly()) {
        const int position = m_edit->textCursor().position();
        write(meant);
        QTextCursor cursor = m_edit->textCursor();
        cursor.setPosition(static_cast<int>(std::min<qsizetype>(position, meant.size())));
        m_edit->setTextCursor(cursor);
    }
    Q_EMIT finished();
}

void TextFieldEditor::setReadOnly(const QString &text)
{
    m_edit->setReadOnly(true);
    showForReading(*m_edit, true);
    setValue(text);
}

void TextFieldEditor::setEditable()
{
    m_edit->setReadOnly(false);
    showForReading(*m_edit, false);
}

} // namespace lanyard

#include "moc_texteditors.cpp"
