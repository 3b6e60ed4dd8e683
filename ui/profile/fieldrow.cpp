#include "ui/profile/fieldrow.h"

#include "core/base/text.h"
#include "core/document/halftyped.h"
#include "core/models/profilemodel.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/tonedlabel.h"
#include "ui/profile/fieldeditor.h"
#include "ui/profile/fieldside.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QScopedValueRollback>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype ReadOnlyLimit = 10'000;

// The role that the editor of that kind works with.
int editorRole(FieldKind kind)
{
    return kind == FieldKind::Date ? static_cast<int>(ProfileModel::TypingRole) : static_cast<int>(Qt::EditRole);
}

const UserField &fieldOf(const QModelIndex &index)
{
    return *index.data(ProfileModel::FieldRole).value<const UserField *>();
}

// A value that its editor would damage is shown with its size, so that its beginning is not mistaken for the whole.
QString readOnlyText(const QModelIndex &index, bool isEditableKind)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    if (!isEditableKind || text.size() <= ReadOnlyLimit)
        return visibleText(text, fieldOf(index).kind == FieldKind::MultiLine, ReadOnlyLimit);
    return FieldRow::tr("%1 (%2 characters, shown in part)")
        .arg(visibleText(text, false, 200), QLocale().toString(text.size()));
}

// A button may be the one that saves: what was said at the field left for it has not been read.
bool isInOtherEditor(const QWidget *now, const FieldEditor *editor)
{
    while (now && !qobject_cast<const FieldEditor *>(now))
        now = now->parentWidget();
    return now && now != editor;
}

} // namespace

FieldRow::FieldRow(const QModelIndex &index, QWidget *page)
    : QObject(page), m_index(index), m_label(new PlainLabel(index.data(ProfileModel::LabelRole).toString(), page)),
      m_editor(FieldEditor::create(fieldOf(index), page)),
      m_side(new FieldSide(m_label->text(), !fieldOf(index).editable, page)), m_notice(new TonedLabel(page)),
      m_late(new LateAnnouncement(m_editor, m_notice)), m_isForReading(!fieldOf(index).editable)
{
    m_notice->setWordWrap(true);
    if (const QString explanation = fieldExplanation(fieldOf(index)); !explanation.isEmpty()) {
        m_explanation = new PlainLabel(explanation, page);
        m_explanation->setWordWrap(true);
        makeQuiet(*m_explanation);
    }
    relate();
    connectSide();
    connectEditor();
    refresh();
}

FieldWidth FieldRow::width() const
{
    return fieldOf(m_index).width;
}

void FieldRow::connectSide()
{
    connect(m_side, &FieldSide::undoRequested, this, [this] { Q_EMIT revertRequested(m_index); });
    connect(m_side, &FieldSide::copyRequested, this, &FieldRow::copyValue);
    connect(m_side, &FieldSide::replaceRequested, this, [this] {
        Q_EMIT replaceRequested(m_index);
        m_editor->setFocus();
    });
}

void FieldRow::connectEditor()
{
    connect(m_editor, &FieldEditor::messageChanged, this, &FieldRow::refreshNotice);
    connect(m_editor, &FieldEditor::edited, this, [this](const QVariant &value) {
        // Half an address has no @ yet, and half a name may end with a space.
        const FieldKind kind = fieldOf(m_index).kind;
        m_isTyping = kind != FieldKind::Image && !hasMisfits(kind); // those are whole
        take(value, Qt::EditRole);
    });
    connect(m_editor, &FieldEditor::typing, this, [this](const QVariant &value) {
        // The name of a country is the first of two texts.
        m_isTyping = isHalfTyped(fieldOf(m_index).kind, value.toStringList().value(0));
        take(value, ProfileModel::TypingRole);
    });
    connect(m_editor, &FieldEditor::finished, this, &FieldRow::showInItsForm);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *old, const QWidget *now) {
        const bool isLeft = m_editor->isAncestorOf(old) && !m_editor->isAncestorOf(now);
        auto *model = const_cast<QAbstractItemModel *>(m_index.model());
        if (isLeft)
            model->setData(m_index, false, ProfileModel::TypedIntoRole);
        m_isRemarkUnread |= isLeft;
        const bool isRead = m_isRemarkUnread && isInOtherEditor(now, m_editor);
        if (isLeft || isRead)
            model->setData(m_index, isRead, ProfileModel::NoticeRole);
        m_isRemarkUnread &= !isRead;
    });
}

void FieldRow::take(const QVariant &value, int role)
{
    const QScopedValueRollback own(m_isOwnEdit, true);
    m_isTouched = true;
    auto *model = const_cast<QAbstractItemModel *>(m_index.model());
    if (m_control->hasFocus() && isEditable())
        model->setData(m_index, true, ProfileModel::TypedIntoRole);
    model->setData(m_index, value, role);
    if (isEditable()) {
        m_value = m_index.data(editorRole(fieldOf(m_index).kind));
        m_editor->setMasked(isMasked());
        if (isMasked() && m_value != value)
            m_editor->correctValue(m_value);
    }
    refreshNotice();
}

bool FieldRow::isEditable() const
{
    return m_index.data(ProfileModel::EditableRole).toBool();
}

bool FieldRow::isMasked() const
{
    return m_index.data(ProfileModel::MaskedRole).toBool();
}

void FieldRow::showInItsForm()
{
    m_isTyping = false;
    if (isEditable() && hasMisfits(fieldOf(m_index).kind)) { // another text stays as it was written
        m_value = m_index.data(editorRole(fieldOf(m_index).kind));
        m_editor->setValue(m_value);
    }
    refreshNotice();
    m_late->flush();
}

// A screen reader finds the label of the focused widget, and reads the texts beside and below it.
void FieldRow::relate()
{
    m_control = m_editor;
    while (m_control->focusProxy())
        m_control = m_control->focusProxy();
    m_label->setBuddy(m_control);
    relateField(m_control, m_label, m_notice);
    if (m_explanation)
        attachText(*m_explanation, *m_control);
    m_side->attachTo(*m_control);
}

void FieldRow::refresh()
{
    if (!m_isOwnEdit || !isEditable()) // a secret that was just typed, in presentation mode
        refreshEditor();
    tellReadOnly(*m_control);
    m_editor->setToolTip(toolTipText(m_index.data(Qt::ToolTipRole).toString()));
    const bool changed = m_index.data(ProfileModel::ChangedRole).toBool();
    if (m_isForReading)
        m_side->setCopyable(!m_index.data(Qt::DisplayRole).toString().isEmpty(),
                            isMasked() ? m_index.data(ProfileModel::NoticeRole).toString() : QString());
    else
        m_side->setChanged(changed);
    m_side->setReplaceable(m_index.data(ProfileModel::ReplaceableRole).toBool());
    if (std::exchange(m_isChanged, changed) != changed)
        Q_EMIT changedShown();
    refreshNotice();
}

void FieldRow::refreshEditor()
{
    m_editor->dropNotice();
    m_editor->setMasked(isMasked());
    const FieldKind kind = fieldOf(m_index).kind;
    const QVariant value = m_index.data(editorRole(kind));
    if (isEditable()) {
        // The text being typed is left alone while it means the same.
        if (m_value.isValid() && m_value == value)
            return;
        m_isTyping = false;
        m_isTouched = false;
        m_value = value;
        m_editor->setEditable();
        m_editor->setValue(value);
        return;
    }
    m_value.clear();
    m_editor->setReadOnly(kind == FieldKind::Image ? QString() : readOnlyText(m_index, !m_isForReading));
    if (kind == FieldKind::Image)
        m_editor->setValue(value);
}

bool FieldRow::hasProblem() const
{
    return !m_index.data(ProfileModel::ProblemRole).toString().isEmpty();
}

void FieldRow::copyValue()
{
    if (isMasked())
        return;
    QGuiApplication::clipboard()->setText(m_index.data(Qt::DisplayRole).toString(), QClipboard::Clipboard);
    m_side->showCopied();
}

} // namespace lanyard

#include "moc_fieldrow.cpp"
