#include "ui/settings/settingdelegate.h"

#include "core/base/sentences.h"
#include "core/base/text.h"
#include "core/document/halftyped.h"
#include "core/document/secretvalue.h"
#include "core/models/fieldvalue.h"
#include "core/models/settingsmodel.h"
#include "ui/common/fieldaccess.h"
#include "ui/look/characterwidth.h"
#include "ui/look/icons.h"
#include "ui/settings/settingcalendar.h"
#include "ui/settings/settingcontent.h"
#include "ui/settings/settingeditors.h"

#include <QAbstractItemView>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace lanyard {

namespace {

constexpr int FewestCharacters = 12; // in sight, for an editor to stay in its cell

// A password in an address, for instance.
bool showsSecret(const QModelIndex &setting)
{
    return setting.data(SettingsModel::HiddenRole).toBool() && !isSecretSetting(setting);
}

} // namespace

SettingDelegate::SettingDelegate(Reader reader, QObject *parent) : SettingPainter(parent), m_reader(std::move(reader))
{
    closeIfLeftFromMenuBar();
}

QWidget *SettingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (m_isPresenting && showsSecret(index)) {
        Q_EMIT keptHidden();
        return nullptr;
    }
    if (needsDialog(index)) {
        Q_EMIT longTextRequested(index.data(SettingsModel::IdRole).toString(), {});
        return nullptr;
    }
    remember(index);
    Q_EMIT removed({}); // what was said of another text
    m_editor = makeSettingEditor(parent, index,
                                 {[this] { check(false); },
                                  [this](const QString &problem) { Q_EMIT problemFound(problem, true); },
                                  [this](const QString &remark) { Q_EMIT removed(remark); }});
    connect(m_editor, &QObject::destroyed, this, [this](const QObject *gone) {
        if (!m_editor || m_editor.data() == gone) // no other has been opened since
            forget();
    });
    parent->update(); // the cell around it, see paint()
    connect(m_editor, &QObject::destroyed, parent, qOverload<>(&QWidget::update));
    if (auto *edit = qobject_cast<QLineEdit *>(m_editor.data()))
        addCalendar(*edit, index, [this](const QString &text) { return m_reader(m_id, text); });
    m_opened = textIn(m_editor);
    nameField(m_editor, index.siblingAtColumn(SettingsModel::Name).data().toString());
    showProblem(m_openedProblem);
    return m_editor;
}

void SettingDelegate::remember(const QModelIndex &setting) const
{
    m_id = setting.data(SettingsModel::IdRole).toString();
    m_value = setting.data(Qt::EditRole).toString();
    m_before = setting.data(SettingsModel::HeldRole).toJsonValue();
    m_hasRoom = settingKindOf(setting) == SettingKind::Text && !isSecretSetting(setting);
    m_openedProblem = setting.data(SettingsModel::ProblemRole).toString();
    m_kind = settingKindOf(setting);
    m_about = inSequence({setting.siblingAtColumn(SettingsModel::Description).data().toString(),
                          setting.data(SettingsModel::TypeTextRole).toString()});
    m_unit = setting.data(SettingsModel::UnitRole).toString();
    m_showsSecret = showsSecret(setting);
}

// It may be a secret.
void SettingDelegate::forget() const
{
    m_value.clear();
    m_opened.clear();
    m_before = {};
}

// Beside the box of an open switch nothing is seen of the cell, which would be the colour of a selected one.
void SettingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    if (openEditor() && index.column() == SettingsModel::Value && index.data(SettingsModel::IdRole).toString() == m_id)
        cell.state.setFlag(QStyle::State_Selected, false);
    SettingPainter::paint(painter, cell, index);
}

// The open editor marks itself what is wrong.
void SettingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    SettingPainter::initStyleOption(option, index);
    if (!m_editor || index.column() != SettingsModel::Value || index.data(SettingsModel::IdRole).toString() != m_id ||
        index.data(SettingsModel::ProblemRole).toString().isEmpty())
        return;
    option->icon = {};
    option->features.setFlag(QStyleOptionViewItem::HasDecoration, false);
}

QWidget *SettingDelegate::openEditor() const
{
    return m_editor && m_editor->isVisible() ? m_editor.data() : nullptr;
}

std::optional<SettingDelegate::Typing> SettingDelegate::typing() const
{
    if (!openEditor())
        return std::nullopt;
    return Typing{m_id, textIn(m_editor), m_opened, m_before, cursorIn(m_editor), typedValue()};
}

void SettingDelegate::resume(const Typing &typing)
{
    if (!m_editor || m_id != typing.id)
        return;
    m_opened = typing.opened;
    m_before = typing.before;
    setTextIn(m_editor, typing.text, typing.cursor);
}

void SettingDelegate::setCursor(int position)
{
    if (openEditor())
        setTextIn(m_editor, textIn(m_editor), position);
}

QString SettingDelegate::typedValue() const
{
    return fromEditable(lineIn(m_editor), m_value);
}

QString SettingDelegate::problem() const
{
    if (!m_editor)
        return {};
    if (textIn(m_editor) == m_opened)
        return m_openedProblem;
    return m_reader(m_id, typedValue()).problem;
}

bool SettingDelegate::isHalfTyped() const
{
    const QString typed = typedValue();
    const auto isValue = [this](const QString &text) { return m_reader(m_id, text).problem.isEmpty(); };
    return textIn(m_editor) != m_opened && !isValue(typed) && mayBecomeSetting(m_kind, typed, isValue, m_unit);
}

void SettingDelegate::check(bool insisted) const
{
    if (!m_editor)
        return;
    if (m_hasRoom && textIn(m_editor) != m_opened && needsDialog(typedValue()))
        return moveToLongText();
    const QString found = insisted || !isHalfTyped() ? problem() : QString();
    showProblem(found);
    Q_EMIT problemFound(found, insisted);
}

void SettingDelegate::showProblem(const QString &problem) const
{
    describeField(m_editor, inSequence({problem, m_about}), !problem.isEmpty());
    QPalette palette;
    if (!problem.isEmpty())
        palette.setColor(QPalette::Text, toneColour(Tone::Bad, palette.color(QPalette::Base)));
    m_editor->setPalette(palette);
    markInvalid(m_editor, !problem.isEmpty());
}

// Multiple lines, or a long one, were pasted: the dialog can show them whole. Queued, not from within the paste.
void SettingDelegate::moveToLongText() const
{
    Q_EMIT longTextRequested(m_id, typedValue());
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

void SettingDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &) const
{
    m_composition.finish(); // the editor may be closed without ever having had the focus
    // Opening and closing an editor changes nothing, whatever it contains.
    if (editor != m_editor || textIn(editor) == m_opened)
        return;
    if (isHalfTyped())
        Q_EMIT problemFound(problem(), false); // now it is told
    if (const QString remark = removedIn(editor); !remark.isEmpty())
        Q_EMIT removed(remark);
    Q_EMIT typed(m_id, typedValue(), m_before);
}

void SettingDelegate::setPresentationMode(bool on, bool typesSecret)
{
    m_isPresenting = on;
    if (on && openEditor() && (m_showsSecret || typesSecret))
        closeOpenEditor();
}

// With large text in a small window, the column of values may be wholly out of sight.
void SettingDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const
{
    const QRect room = editor->parentWidget()->rect();
    const QRect cell = option.rect & room;
    const int enough = std::min(FewestCharacters * characterWidth(option.fontMetrics), option.rect.width());
    if (cell.width() < enough || cell.isEmpty())
        return placeOverRow(*editor, option);
    if (index.data(Qt::CheckStateRole).isValid()) { // its box over the one that is painted there
        const int margin = editor->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, editor) + 1;
        return editor->setGeometry(cell.adjusted(margin, 0, -margin, 0));
    }
    SettingPainter::updateEditorGeometry(editor, option, index);
    editor->setGeometry(editor->geometry() & room);
}

} // namespace lanyard

#include "moc_settingdelegate.cpp"
