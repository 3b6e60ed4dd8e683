#include "ui/settings/settingeditors.h"

#include "core/base/text.h"
#include "core/models/fieldvalue.h"
#include "core/models/settingsmodel.h"
#include "core/models/textremark.h"
#include "ui/common/hiddentyping.h"
#include "ui/common/longtext.h"
#include "ui/common/secretedit.h"
#include "ui/common/undokeys.h"
#include "ui/look/icons.h"
#include "ui/look/outlines.h"
#include "ui/settings/settingcontent.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionViewItem>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype CellTextLimit = 2000;
constexpr QLatin1StringView InvalidMark{"invalid"};

// As if it was typed over what is there, which undo brings back.
void typeOver(QLineEdit *edit, const QString &text)
{
    if (isMasked(edit))
        return edit->setText(text);
    edit->selectAll();
    edit->insert(text);
}

// With the frame of a field, as the other editors of a cell: which has the focus is seen.
class SwitchEditor : public QCheckBox
{
public:
    using QCheckBox::QCheckBox;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QStyleOption option;
        option.initFrom(this);
        QPainter painter(this);
        paintField(painter, option, hasFocus());
        painter.end();
        QCheckBox::paintEvent(event);
    }
};

// The text beside the box is what is saved.
QCheckBox *checkEditor(QWidget *parent, const QString &value, const QString &switched)
{
    const bool before = readSettingBoolean(value).value_or(false);
    auto *box = new SwitchEditor(value, parent);
    box->setChecked(before);
    box->setAutoFillBackground(true); // over what the cell shows
    box->setBackgroundRole(QPalette::Base);
    box->setForegroundRole(QPalette::Text);
    QObject::connect(box, &QCheckBox::toggled, box,
                     [box, value, switched, before](bool isOn) { box->setText(isOn == before ? value : switched); });
    return box;
}

// Any other value is shown too, and can be overwritten; none is neither yes nor no.
QComboBox *choiceEditor(QWidget *parent, const QString &value, const QString &undone)
{
    auto *box = new QComboBox(parent);
    box->addItem(value);
    for (const bool choice : {true, false})
        box->addItem(writeSettingBoolean(choice, value));
    box->setEditable(!value.isEmpty());
    box->setInsertPolicy(QComboBox::NoInsert);
    if (box->isEditable()) {
        box->setCompleter(nullptr);
        redoByCtrlY(box->lineEdit());
        showHiddenAsDots(*box->lineEdit());
    }
    box->setCurrentIndex(0);
    if (box->isEditable() && !undone.isNull()) {
        box->lineEdit()->setText(undone);
        typeOver(box->lineEdit(), value);
    }
    return box;
}

// A longer text of several lines can be moved to the dialog.
qsizetype longestIn(const QModelIndex &setting)
{
    const bool mayHaveLines = settingKindOf(setting) == SettingKind::Text && !isSecretSetting(setting);
    return longestText(mayHaveLines ? FieldKind::MultiLine : FieldKind::Text);
}

QLineEdit *lineEditor(QWidget *parent, const QModelIndex &setting, const SettingEditorEvents &events)
{
    auto *edit = isSecretSetting(setting) ? new SecretEdit(parent) : new QLineEdit(parent);
    redoByCtrlY(edit);
    const qsizetype most = longestIn(setting);
    const QString local = setting.data(SettingsModel::LocalTextRole).toString();
    writeLine(edit, local.isEmpty() ? editableText(setting.data(Qt::EditRole).toString(), false) : local, most);
    if (const QString undone = setting.data(SettingsModel::UndoneTextRole).toString(); !undone.isNull()) {
        const QString misfit = edit->text();
        writeLine(edit, editableText(undone, false), most);
        typeOver(edit, misfit);
    }
    QObject::connect(edit, &QLineEdit::textChanged, edit, [edit, events, most, kept = edit->text()]() mutable {
        const QString typed = edit->text();
        if (!keepVisible(edit, &kept, most))
            return events.refused(tooLongText(most));
        if (const QString remark = removedRemark(typed, kept); isMasked(edit) && !remark.isEmpty())
            events.removed(remark);
        events.changed();
    });
    if (!isMasked(edit))
        showHiddenAsDots(*edit); // of what is left of the text by then
    return edit;
}

} // namespace

SettingKind settingKindOf(const QModelIndex &index)
{
    return static_cast<SettingKind>(index.data(SettingsModel::TypeRole).toInt());
}

bool isSecretSetting(const QModelIndex &index)
{
    return index.data(SettingsModel::SecretRole).toBool();
}

bool needsDialog(const QString &text)
{
    return text.size() > CellTextLimit || text.contains(u'\n');
}

bool needsDialog(const QModelIndex &setting)
{
    if (isSecretSetting(setting))
        return false;
    const QString value = setting.data(Qt::EditRole).toString();
    return settingKindOf(setting) == SettingKind::Json || value.size() > CellTextLimit ||
           !fitsEditor(FieldKind::Text, QJsonValue(value));
}

// In the value's own spelling; back to what the service holds, as that is written there.
std::optional<QString> switchedText(const QModelIndex &setting)
{
    const QVariant state = setting.data(Qt::CheckStateRole);
    if (!state.isValid())
        return std::nullopt;
    const bool isOn = state.toInt() == Qt::Checked;
    const QString held = setting.data(SettingsModel::HeldRole).toJsonValue().toString();
    return readSettingBoolean(held) == !isOn ? held : writeSettingBoolean(!isOn, setting.data(Qt::EditRole).toString());
}

QWidget *makeSettingEditor(QWidget *parent, const QModelIndex &setting, const SettingEditorEvents &events)
{
    if (settingKindOf(setting) != SettingKind::Boolean || isSecretSetting(setting))
        return lineEditor(parent, setting, events);
    const QString value = setting.data(Qt::EditRole).toString();
    if (const auto switched = switchedText(setting)) {
        QCheckBox *check = checkEditor(parent, value, *switched);
        QObject::connect(check, &QCheckBox::toggled, check, [events] { events.changed(); });
        return check;
    }
    QComboBox *box = choiceEditor(parent, value, setting.data(SettingsModel::UndoneTextRole).toString());
    QObject::connect(box, &QComboBox::currentTextChanged, box, [events] { events.changed(); });
    return box;
}

void setTextIn(QWidget *editor, const QString &text, int cursor)
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentText(text);
    if (auto *check = qobject_cast<QCheckBox *>(editor))
        check->setChecked(readSettingBoolean(text).value_or(check->isChecked()));
    if (auto *edit = qobject_cast<QLineEdit *>(editor)) {
        if (edit->text() != text)
            typeOver(edit, text);
        edit->setCursorPosition(cursor);
    }
}

void markInvalid(QWidget *editor, bool isInvalid)
{
    const auto *box = qobject_cast<QComboBox *>(editor);
    auto *edit = box ? box->lineEdit() : qobject_cast<QLineEdit *>(editor);
    if (!edit)
        return;
    auto *mark = edit->findChild<QAction *>(InvalidMark, Qt::FindDirectChildrenOnly);
    if (isInvalid && !mark) {
        const QColor colour = toneColour(Tone::Bad, edit->palette().color(QPalette::Base));
        mark = edit->addAction(icon("warning"_L1, colour), QLineEdit::TrailingPosition);
        mark->setObjectName(InvalidMark);
        mark->setText(SettingsModel::tr("Error"));
    } else if (!isInvalid) {
        delete mark;
    }
}

void placeOverRow(QWidget &editor, const QStyleOptionViewItem &option)
{
    auto *view = qobject_cast<QAbstractItemView *>(editor.parentWidget()->parentWidget());
    if (view && view->horizontalScrollBar()->value() != 0)
        return view->horizontalScrollBar()->setValue(0); // which leads back to here
    const QRect room = editor.parentWidget()->rect();
    const int width = room.width() * 6 / 10;
    const QRect end(room.right() + 1 - width, option.rect.top(), width, option.rect.height());
    editor.setGeometry(QStyle::visualRect(option.direction, room, end));
}

} // namespace lanyard
