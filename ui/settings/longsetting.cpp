#include "ui/settings/longsetting.h"

#include "core/models/settingsmodel.h"
#include "ui/settings/longtextdialog.h"

namespace lanyard {

namespace {

// Where the text was not taken, it is nowhere else: the dialog waits, out of sight, for the end of presentation mode.
void closeKeeping(LongTextDialog &dialog)
{
    if (dialog.takeTyping())
        dialog.done(QDialog::Rejected); // without the question about what was typed
    else
        dialog.setAside(true);
}

void lockAsGone(LongTextDialog *dialog)
{
    dialog->lock(LongTextDialog::tr(
        "This setting is no longer there or can no longer be changed. Copy your text if you need it."));
}

} // namespace

void editLongSetting(SettingsModel &model, const QString &id, const QString &typed, QWidget *parent,
                     const std::function<void()> &hidden)
{
    const QModelIndex value = model.indexOfSetting(id);
    if (!value.isValid())
        return;
    const QString shown = value.data(Qt::EditRole).toString();
    const QString undone = value.data(SettingsModel::UndoneTextRole).toString();
    auto *dialog = new LongTextDialog(
        value.siblingAtColumn(SettingsModel::Name).data().toString(), undone.isNull() ? shown : undone,
        [&model, id](const QString &text) { return model.read(id, text).problem; }, parent);
    if (static_cast<SettingKind>(value.data(SettingsModel::TypeRole).toInt()) == SettingKind::Json)
        dialog->leadToFaults([&model, id](const QString &text) { return model.read(id, text).faultAt; });
    if (!undone.isNull())
        dialog->resumeWith(shown);
    QObject::connect(
        dialog, &LongTextDialog::textAccepted, &model,
        [&model, dialog, id, before = value.data(SettingsModel::HeldRole).toJsonValue()](const QString &text) {
            if (!model.setText(id, text, before))
                lockAsGone(dialog);
        });
    QObject::connect(
        dialog, &LongTextDialog::typed, &model,
        [&model, id, before = value.data(SettingsModel::HeldRole).toJsonValue()](const QString &text, bool isInvalid) {
            const OpenTexts::Text open{text, before, isInvalid};
            model.setOpen(id, text.isNull() ? std::nullopt : std::optional(open));
        });
    QObject::connect(dialog, &QDialog::finished, &model, [&model, id] { model.setOpen(id, std::nullopt); });
    // At once and permanently: another user can have a setting with the same id.
    QObject::connect(&model, &QAbstractItemModel::modelReset, dialog,
                     [&model, dialog, id, name = model.fullNameOf(id)] {
                         if (model.fullNameOf(id) != name)
                             lockAsGone(dialog);
                     });
    if (!typed.isNull())
        dialog->beginWith(typed);
    dialog->open();
    const auto closeIfHidden = [&model, dialog, hidden] {
        if (!dialog->isVisible() || !model.hidesKnown(dialog->text()))
            return;
        closeKeeping(*dialog);
        hidden();
    };
    QObject::connect(dialog, &LongTextDialog::typed, &model, closeIfHidden);
    closeIfHidden();
}

void takeLongTexts(QWidget &parent)
{
    const auto dialogs = parent.findChildren<LongTextDialog *>();
    for (LongTextDialog *dialog : dialogs)
        dialog->takeTyping();
}

void presentLongTexts(const SettingsModel &model, QWidget &parent, bool isPresenting)
{
    const auto dialogs = parent.findChildren<LongTextDialog *>();
    for (LongTextDialog *dialog : dialogs) {
        if (!isPresenting && dialog->isAside())
            dialog->setAside(false);
        else if (isPresenting && dialog->isVisible() && model.holdsSecret(dialog->text()))
            closeKeeping(*dialog);
    }
}

} // namespace lanyard
