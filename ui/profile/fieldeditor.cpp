#include "ui/profile/fieldeditor.h"

#include "ui/common/longtext.h"
#include "ui/common/readtext.h"
#include "ui/profile/countryeditor.h"
#include "ui/profile/dateeditor.h"
#include "ui/profile/pictureeditor.h"
#include "ui/profile/texteditors.h"

#include <QFocusEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextOption>

namespace lanyard {

FieldEditor *FieldEditor::create(const UserField &field, QWidget *parent)
{
    switch (field.kind) {
    case FieldKind::MultiLine:
        return new TextFieldEditor(field, parent);
    case FieldKind::Date:
        return new DateFieldEditor(field, parent);
    case FieldKind::Country:
        return new CountryFieldEditor(field, parent);
    case FieldKind::Image:
        return new PictureFieldEditor(field, parent);
    default:
        return new LineFieldEditor(field, parent);
    }
}

void FieldEditor::setMasked(bool isMasked)
{
    for (auto *line : findChildren<QLineEdit *>())
        lanyard::setMasked(*line, isMasked);
    for (auto *area : findChildren<QPlainTextEdit *>())
        lanyard::setMasked(*area, isMasked);
}

void FieldEditor::finishOnLeaving(QWidget *edit)
{
    edit->installEventFilter(this);
}

bool FieldEditor::isLasting(const QFocusEvent &event)
{
    const auto reason = event.reason();
    return reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason && reason != Qt::ActiveWindowFocusReason;
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && isLasting(*static_cast<QFocusEvent *>(event)))
        finish();
    if (event->type() == QEvent::InputMethod)
        m_isComposed = true;
    else if (event->type() == QEvent::KeyPress || event->type() == QEvent::Drop || event->type() == QEvent::ContextMenu)
        m_isComposed = false;
    return QWidget::eventFilter(watched, event);
}

void FieldEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignLines();
}

void FieldEditor::showEvent(QShowEvent *event)
{
    alignLines();
    QWidget::showEvent(event);
}

// At the edge where the label is, whichever direction the text is read in.
void FieldEditor::alignLines()
{
    const Qt::Alignment edge = Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    for (auto *line : findChildren<QLineEdit *>())
        line->setAlignment(edge | Qt::AlignVCenter);
    for (auto *area : findChildren<QPlainTextEdit *>()) {
        QTextOption option = area->document()->defaultTextOption();
        option.setAlignment(edge);
        area->document()->setDefaultTextOption(option);
    }
}

bool FieldEditor::refuses(const QString &text, const QString &before, qsizetype most)
{
    m_refusal.clear();
    if (text.size() <= most || text.size() <= before.size())
        return false;
    refuse(most);
    return true;
}

void FieldEditor::refuse(qsizetype most)
{
    m_refusal = tooLongText(most);
    Q_EMIT messageChanged();
}

} // namespace lanyard

#include "moc_fieldeditor.cpp"
