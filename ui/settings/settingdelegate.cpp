#include "ui/settings/settingdelegate.h"

#include "core/base/text.h"
#include "core/models/fieldvalue.h"
#include "core/models/settingsmodel.h"
#include "ui/common/icons.h"
#include "ui/common/secretedit.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpressionValidator>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype CellTextLimit = 2000;
// Of a combo box in which the person has chosen: what a reload brings meanwhile stays otherwise.
constexpr auto ChosenProperty = "chosen";

Setting::Type typeOf(const QModelIndex &index)
{
    return static_cast<Setting::Type>(index.data(SettingsModel::TypeRole).toInt());
}

// A secret never does: where it has room, it is in clear.
bool needsRoom(const QModelIndex &index)
{
    if (index.data(SettingsModel::SecretRole).toBool())
        return false;
    const QString value = index.data(Qt::EditRole).toString();
    return typeOf(index) == Setting::Type::Json || value.size() > CellTextLimit ||
           !fitsEditor(FieldKind::Text, QJsonValue(value));
}

// Emptying a number is allowed: what that means is the service's to say.
QString patternOf(Setting::Type type)
{
    switch (type) {
    case Setting::Type::Integer:
        return u"[+-]?\\d{0,20}"_s;
    case Setting::Type::Real:
        return u"[+-]?\\d*(\\.\\d*)?([eE][+-]?\\d{1,3})?"_s;
    case Setting::Type::Colour:
        return u"#?[0-9A-Za-z]*"_s;
    default:
        return {};
    }
}

QWidget *lineEditor(QWidget *parent, const QModelIndex &index)
{
    auto *edit = index.data(SettingsModel::SecretRole).toBool() ? new SecretEdit(parent) : new QLineEdit(parent);
    edit->setFrame(false);
    edit->setText(index.data(Qt::EditRole).toString());
    const QString pattern = patternOf(typeOf(index));
    if (!pattern.isEmpty())
        edit->setValidator(new QRegularExpressionValidator(QRegularExpression(pattern), edit));
    return edit;
}

} // namespace

QWidget *SettingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (needsRoom(index)) {
        Q_EMIT longTextRequested(index.data(SettingsModel::IdRole).toString());
        return nullptr;
    }
    QWidget *editor = nullptr;
    if (typeOf(index) == Setting::Type::Boolean) {
        auto *box = new QComboBox(parent);
        const QString before = index.data(Qt::EditRole).toString();
        box->addItem(writeSettingBoolean(true, before));
        box->addItem(writeSettingBoolean(false, before));
        box->setCurrentIndex(readSettingBoolean(before).value_or(false) ? 0 : 1);
        connect(box, &QComboBox::activated, box, [box] { box->setProperty(ChosenProperty, true); });
        editor = box;
    } else {
        editor = lineEditor(parent, index);
    }
    editor->setAccessibleName(tr("Value of %1").arg(index.siblingAtColumn(SettingsModel::Name).data().toString()));
    m_editor = editor;
    m_before = index.data(SettingsModel::HeldRole).toJsonValue();
    return editor;
}

void SettingDelegate::commitOpenEditor()
{
    if (m_editor && m_editor->isVisible())
        Q_EMIT commitData(m_editor);
}

void SettingDelegate::closeOpenEditor()
{
    const QPointer<QWidget> editor = m_editor;
    commitOpenEditor();
    // With a filter the new value can have taken the row away, and the editor with it.
    if (editor && editor->isVisible())
        Q_EMIT closeEditor(editor);
}

void SettingDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const QString id = index.data(SettingsModel::IdRole).toString();
    if (const auto *box = qobject_cast<QComboBox *>(editor)) {
        // Opening and closing the editor of "banana" must not turn it into "false".
        const QString before = index.data(Qt::EditRole).toString();
        if (box->property(ChosenProperty).toBool() &&
            readSettingBoolean(before).value_or(false) != (box->currentIndex() == 0))
            Q_EMIT typed(id, box->currentText(), m_before);
    } else if (const auto *edit = qobject_cast<QLineEdit *>(editor); edit && edit->isModified()) {
        Q_EMIT typed(id, typedLine(edit->text()), m_before);
    }
}

QSize SettingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 10);
}

void SettingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
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
    if (readOnly)
        option->icon = icon("lock"_L1, toneColour(Tone::Quiet, *option));
    else if (typeOf(index) == Setting::Type::Colour && colour.isValid()) {
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
