#include "ui/settings/colourchoice.h"

#include "core/document/jsontext.h"
#include "core/document/notation.h"
#include "core/models/settingsmodel.h"
#include "ui/common/dialogbuttons.h"
#include "ui/common/fittingarea.h"
#include "ui/common/screenroom.h"
#include "ui/look/spacing.h"
#include "ui/settings/settingeditors.h"

#include <QColorDialog>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QStyle>
#include <QVBoxLayout>

namespace lanyard {

namespace {

class ColourChoice
{
    Q_DECLARE_TR_FUNCTIONS(ColourChoice)
};

QString heldColour(const QModelIndex &setting)
{
    return jsonText(setting.data(SettingsModel::HeldRole).toJsonValue());
}

// Qt gives it one size, whatever the screen's is: where there is no room for that, its halves stand above each other,
// and scroll above its buttons.
void makeFitting(QColorDialog &dialog)
{
    auto *column = qobject_cast<QVBoxLayout *>(dialog.layout());
    auto *parts = column && column->count() > 0 ? qobject_cast<QBoxLayout *>(column->itemAt(0)->layout()) : nullptr;
    if (!parts)
        return;
    const QSize room = roomOnScreen(dialog);
    const int bar = dialog.style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int barBeside = dialog.sizeHint().height() > room.height() ? bar : 0;
    if (dialog.sizeHint().width() + barBeside > room.width())
        parts->setDirection(QBoxLayout::TopToBottom);
    column->removeItem(parts);
    auto *content = new QWidget;
    content->setLayout(parts);
    column->setSizeConstraint(QLayout::SetDefaultConstraint);
    column->insertWidget(0, new FittingArea(content), 1);
    const QSize wanted = dialog.sizeHint();
    dialog.resize(QSize(wanted.width() + bar, wanted.height()).boundedTo(room));
}

} // namespace

bool isColourSetting(const QModelIndex &setting)
{
    return setting.data(SettingsModel::IsSettingRole).toBool() && settingKindOf(setting) == SettingKind::Colour &&
           !isSecretSetting(setting);
}

bool canChooseColour(const QModelIndex &setting)
{
    const QString held = heldColour(setting);
    return isColourSetting(setting) && !setting.data(SettingsModel::ReadOnlyRole).toBool() &&
           (held.isEmpty() || rgbOfColour(held));
}

void chooseColour(SettingsModel &model, const QString &id, QWidget *parent)
{
    const QModelIndex value = model.indexOfSetting(id);
    if (!canChooseColour(value))
        return;
    const QString held = heldColour(value);
    constexpr quint32 white = 0xFFFFFF;
    const quint32 start = rgbOfColour(value.data(Qt::EditRole).toString()).value_or(rgbOfColour(held).value_or(white));
    auto *dialog = new QColorDialog(QColor::fromRgb(start), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QColorDialog::DontUseNativeDialog);
    //: %1 is the name of a setting.
    dialog->setWindowTitle(
        ColourChoice::tr("Choose a colour: %1").arg(value.siblingAtColumn(SettingsModel::Name).data().toString()));
    if (auto *buttons = dialog->findChild<QDialogButtonBox *>())
        wordButtons(*buttons);
    setSpaces(*dialog->layout(), DialogMargin, Space::Medium);
    makeFitting(*dialog);
    QObject::connect(
        dialog, &QColorDialog::colorSelected, &model,
        [&model, id, held, before = value.data(SettingsModel::HeldRole).toJsonValue()](const QColor &chosen) {
            model.setText(id, writeColour(chosen.rgb() & 0xFFFFFF, held), before);
        });
    // Another user can have a setting with the same id.
    QObject::connect(&model, &QAbstractItemModel::modelReset, dialog,
                     [&model, dialog, id, name = model.fullNameOf(id)] {
                         if (model.fullNameOf(id) != name || !canChooseColour(model.indexOfSetting(id)))
                             dialog->reject();
                     });
    dialog->open();
}

} // namespace lanyard
