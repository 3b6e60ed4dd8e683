#include "ui/settings/settingdelegate.h"

#include "core/base/text.h"
#include "core/base/typedtext.h"
#include "core/document/setting.h"
#include "core/models/fieldvalue.h"
#include "core/models/settingsmodel.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/icons.h"
#include "ui/common/longtext.h"
#include "ui/common/secretedit.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QInputMethod>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype CellTextLimit = 2000;

SettingKind kindOf(const QModelIndex &index)
{
    return static_cast<SettingKind>(index.data(SettingsModel::TypeRole).toInt());
}

// Numbers, colours, addresses and JSON are read left to right in every language.
bool readsLeftToRight(SettingKind kind)
{
    return kind != SettingKind::Text;
}

bool isSecret(const QModelIndex &index)
{
    return index.data(SettingsModel::SecretRole).toBool();
}

// A secret never does: a larger editor would show it in clear text.
bool needsRoom(const QModelIndex &index)
{
    if (isSecret(index))
        return false;
    const QString value = index.data(Qt::EditRole).toString();
    return kindOf(index) == SettingKind::Json || value.size() > CellTextLimit ||
           !fitsEditor(FieldKind::Text, QJsonValue(value));
}

// A value in a usual notation is chosen from two; any other is shown too, and can be overwritten.
QComboBox *booleanEditor(QWidget *parent, const QString &value)
{
    auto *box = new QComboBox(parent);
    const bool isUsual = readSettingBoolean(value).has_value();
    if (!isUsual)
        box->addItem(value);
    for (const bool choice : {true, false}) {
        const QString text = writeSettingBoolean(choice, value);
        box->addItem(isUsual && readSettingBoolean(value) == choice ? value : text);
    }
    box->setEditable(!isUsual && !value.isEmpty());
    box->setInsertPolicy(QComboBox::NoInsert);
    if (box->isEditable())
        box->setCompleter(nullptr);
    box->setCurrentIndex(isUsual && readSettingBoolean(value) == false ? 1 : 0);
    return box;
}

QString textIn(const QWidget *editor)
{
    if (const auto *box = qobject_cast<const QComboBox *>(editor))
        return box->currentText();
    const auto *edit = qobject_cast<const QLineEdit *>(editor);
    return edit ? edit->text() : QString();
}

// Without characters that a line edit does not preserve. Line breaks within stay, for the reader to reject.
QString lineOf(const QString &text)
{
    QString lines = typedText(text);
    while (lines.startsWith(u'\n'))
        lines.remove(0, 1);
    while (lines.endsWith(u'\n'))
        lines.chop(1);
    return lines.contains(u'\n') ? lines : typedLine(text);
}

// A longer text of several lines can be moved to the dialog.
qsizetype longestIn(const QModelIndex &index)
{
    return longestText(kindOf(index) == SettingKind::Text && !isSecret(index) ? FieldKind::MultiLine : FieldKind::Text);
}

// Characters that affect the text around them are removed at once: what is visible is what counts. False if the text is
// too long and was taken back.
bool keepVisible(QLineEdit *edit, QString *kept, qsizetype most)
{
    const QString text = edit->text();
    const bool isTooLong = text.size() > most && text.size() > kept->size();
    QString visible = isTooLong ? *kept : keptText(text, *kept);
    const qsizetype behindCursor = text.size() - edit->cursorPosition();
    *kept = visible;
    if (visible == text)
        return true;
    const QSignalBlocker own(edit);
    edit->setText(visible);
    edit->setCursorPosition(static_cast<int>(std::max<qsizetype>(0, visible.size() - behindCursor)));
    return !isTooLong;
}

} // namespace

SettingDelegate::SettingDelegate(Reader reader, QObject *parent)
    : QStyledItemDelegate(parent), m_reader(std::move(reader))
{
}

QWidget *SettingDelegate::makeEditor(QWidget *parent, const QModelIndex &index) const
{
    const QString value = index.data(Qt::EditRole).toString();
    if (kindOf(index) == SettingKind::Boolean && !isSecret(index)) {
        QComboBox *box = booleanEditor(parent, value);
        connect(box, &QComboBox::currentTextChanged, this, [this] { check(false); });
        return box;
    }
    auto *edit = isSecret(index) ? new SecretEdit(parent) : new QLineEdit(parent);
    edit->setFrame(false);
    writeLine(edit, editableText(value, false), longestIn(index));
    // However it was entered: keyboard, paste, drop, input method, assistive technology.
    connect(edit, &QLineEdit::textChanged, this, [this, edit, most = longestIn(index), kept = edit->text()]() mutable {
        if (keepVisible(edit, &kept, most))
            check(false);
        else
            Q_EMIT problemFound(tooLongText(most), true);
    });
    return edit;
}

QWidget *SettingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString id = index.data(SettingsModel::IdRole).toString();
    if (needsRoom(index)) {
        Q_EMIT longTextRequested(id, {});
        return nullptr;
    }
    m_id = id;
    m_value = index.data(Qt::EditRole).toString();
    m_before = index.data(SettingsModel::HeldRole).toJsonValue();
    m_hasRoom = kindOf(index) == SettingKind::Text && !isSecret(index);
    m_openedProblem = index.data(SettingsModel::ProblemRole).toString();
    m_composing.clear();
    m_editor = makeEditor(parent, index);
    m_opened = textIn(m_editor);
    m_editor->setAccessibleName(index.siblingAtColumn(SettingsModel::Name).data().toString());
    describeField(m_editor, m_openedProblem, !m_openedProblem.isEmpty());
    return m_editor;
}

QWidget *SettingDelegate::openEditor() const
{
    return m_editor && m_editor->isVisible() ? m_editor.data() : nullptr;
}

std::optional<SettingDelegate::Typing> SettingDelegate::typing() const
{
    if (!openEditor())
        return std::nullopt;
    const auto *edit = qobject_cast<const QLineEdit *>(m_editor.data());
    return Typing{m_id, textIn(m_editor), m_opened, m_before, edit ? edit->cursorPosition() : 0};
}

void SettingDelegate::resume(const Typing &typing)
{
    if (!m_editor || m_id != typing.id)
        return;
    m_opened = typing.opened;
    m_before = typing.before;
    if (auto *box = qobject_cast<QComboBox *>(m_editor.data()))
        box->setCurrentText(typing.text);
    if (auto *edit = qobject_cast<QLineEdit *>(m_editor.data())) {
        edit->setText(typing.text);
        edit->setCursorPosition(typing.cursor);
    }
}

QString SettingDelegate::meant() const
{
    return fromEditable(lineOf(textIn(m_editor)), m_value);
}

QString SettingDelegate::problem() const
{
    if (!m_editor)
        return {};
    if (textIn(m_editor) == m_opened)
        return m_openedProblem;
    return m_reader(m_id, meant()).problem;
}

void SettingDelegate::check(bool insisted) const
{
    if (!m_editor)
        return;
    if (m_hasRoom && textIn(m_editor) != m_opened && (meant().size() > CellTextLimit || meant().contains(u'\n')))
        return moveToLongText();
    const QString found = problem();
    describeField(m_editor, found, !found.isEmpty());
    QPalette palette;
    if (!found.isEmpty())
        palette.setColor(QPalette::Text, toneColour(Tone::Bad, palette.color(QPalette::Base)));
    m_editor->setPalette(palette);
    Q_EMIT problemFound(found, insisted);
}

// Multiple lines, or a long one, were pasted: the dialog can show them whole. Queued, not from within the paste.
void SettingDelegate::moveToLongText() const
{
    Q_EMIT longTextRequested(m_id, meant());
    auto *self = const_cast<SettingDelegate *>(this);
    QMetaObject::invokeMethod(
        self,
        [self, editor = m_editor] {
            if (editor)
                Q_EMIT self->closeEditor(editor, RevertModelCache);
        },
        Qt::QueuedConnection);
    m_opened = textIn(m_editor); // nothing to commit
}

// After the key press that requested it. Qt's own way would close the editor even if a save has closed it meanwhile.
void SettingDelegate::closeSoon()
{
    QMetaObject::invokeMethod(
        this,
        [this, editor = m_editor] {
            if (editor && editor == openEditor())
                closeOpenEditor();
        },
        Qt::QueuedConnection);
}

void SettingDelegate::closeOpenEditor()
{
    const QPointer<QWidget> editor = openEditor();
    if (!editor)
        return;
    finishComposing();
    Q_EMIT commitData(editor);
    // With a filter the new value may have removed the row, and the editor with it.
    if (editor && editor->isVisible())
        Q_EMIT closeEditor(editor);
}

// What an input method shows is visible, so it counts.
void SettingDelegate::finishComposing()
{
    const QString text = std::exchange(m_composing, {});
    if (text.isEmpty() || !m_editor)
        return;
    QInputMethodEvent commit;
    commit.setCommitString(text);
    QCoreApplication::sendEvent(m_editor, &commit);
    QGuiApplication::inputMethod()->reset();
}

void SettingDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &) const
{
    // Opening and closing an editor changes nothing, whatever it contains.
    if (editor == m_editor && textIn(editor) != m_opened)
        Q_EMIT typed(m_id, meant(), m_before);
}

bool SettingDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_editor && event->type() == QEvent::InputMethod)
        m_composing = static_cast<QInputMethodEvent *>(event)->preeditString();
    else if (watched == m_editor && event->type() == QEvent::FocusOut)
        finishComposing();
    if (event->type() == QEvent::KeyPress && watched == m_editor) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isEnter = key == Qt::Key_Enter || key == Qt::Key_Return;
        // Stays open, so that it can be corrected at once.
        if (isEnter && !problem().isEmpty()) {
            check(true);
            return true;
        }
        if (isEnter) {
            closeSoon();
            return false; // the editor receives the key too
        }
        const auto *box = qobject_cast<QComboBox *>(m_editor.data());
        if (key == Qt::Key_Escape && !(box && box->view()->isVisible()))
            Q_EMIT cancelled(m_id);
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

// Only for cut text, and for the service's name of a type.
bool SettingDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    const bool isCut = sizeHint(option, index).width() > view->visualRect(index).width();
    if (event->type() == QEvent::ToolTip && !isCut && index.column() != SettingsModel::Type) {
        QToolTip::hideText();
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

QSize SettingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 10);
}

void SettingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isValueOfKind = index.column() == SettingsModel::Value && readsLeftToRight(kindOf(index));
    option->text = isValueOfKind ? leftToRight(option->text) : inOwnDirection(option->text);
    if (!index.data(SettingsModel::IsSettingRole).toBool()) {
        option->font.setBold(true);
        return;
    }
    if (index.column() != SettingsModel::Value) {
        if (index.column() != SettingsModel::Name)
            option->palette.setColor(QPalette::Text, toneColour(Tone::Quiet, *option));
        return;
    }
    const bool readOnly = index.data(SettingsModel::ReadOnlyRole).toBool();
    const QColor colour(index.data(Qt::EditRole).toString());
    if (index.data(SettingsModel::ChangedRole).toBool()) {
        option->font.setBold(true);
        option->text = u"● "_s + option->text;
    }
    if (!index.data(SettingsModel::ProblemRole).toString().isEmpty()) {
        option->palette.setColor(QPalette::Text, toneColour(Tone::Bad, *option));
        option->icon = icon("warning"_L1, toneColour(Tone::Bad, *option));
    } else if (readOnly)
        option->icon = icon("lock"_L1, toneColour(Tone::Quiet, *option));
    else if (kindOf(index) == SettingKind::Colour && colour.isValid() && !isSecret(index)) {
        QPixmap swatch(16, 16);
        swatch.fill(colour);
        option->icon = QIcon(swatch);
    }
    if (!option->icon.isNull()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
    }
}

} // namespace lanyard

#include "moc_settingdelegate.cpp"
