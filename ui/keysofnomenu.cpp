#include "ui/keysofnomenu.h"

#include "ui/settings/longtextdialog.h"

#include <QCoreApplication>

namespace lanyard {

namespace {

class Keys
{
    Q_DECLARE_TR_FUNCTIONS(Keys)

public:
    static KeyHints everywhere()
    {
        return {tr("Everywhere"),
                {{tr("To the next part of the window, or back"), {Qt::Key_F6, Qt::SHIFT | Qt::Key_F6}},
                 {tr("Menu bar"), {Qt::Key_F10}},
                 {tr("Menu of what has the focus"), {Qt::SHIFT | Qt::Key_F10, Qt::Key_Menu}},
                 {tr("Press the focused button"), {Qt::Key_Space, Qt::Key_Return}},
                 {tr("From the filter to its list"), {Qt::Key_Down}},
                 {tr("From the list of pages into the page"), {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Right}},
                 {tr("Close, or cancel a reload"), {Qt::Key_Escape}}}};
    }

    static KeyHints profile()
    {
        return {tr("Profile"),
                {{tr("List of countries"), {Qt::Key_F4, Qt::Key_Down}},
                 {tr("Calendar of a date"), {Qt::Key_F4, Qt::ALT | Qt::Key_Down}},
                 {tr("Paste picture"), {QKeySequence(QKeySequence::Paste)}}}};
    }

    static KeyHints apiKeys()
    {
        return {tr("List of API keys"), {{tr("Copy key"), {QKeySequence(QKeySequence::Copy), Qt::Key_Return}}}};
    }

    static KeyHints settings()
    {
        return {tr("List of settings"),
                {{tr("Edit value"), {Qt::Key_F2, Qt::Key_Return, Qt::Key_Space}},
                 {tr("Switch what is true or false"), {Qt::Key_Space, Qt::Key_F2, Qt::Key_Return}},
                 {tr("Copy value"), {QKeySequence(QKeySequence::Copy)}},
                 {tr("Drop what is being typed"), {Qt::Key_Escape}},
                 {tr("Calendar of a date"), {Qt::Key_F4, Qt::ALT | Qt::Key_Down}}}};
    }

    static KeyHints dialogs()
    {
        return {tr("In dialogs"),
                {{tr("Accept a long text"), {LongTextDialog::okKeys().first()}},
                 {LongTextDialog::faultText(), {LongTextDialog::faultKey()}},
                 {tr("Choose the value to keep"), {Qt::Key_Space}},
                 {tr("Move the account"), {Qt::ALT | Qt::Key_Up, Qt::ALT | Qt::Key_Down}},
                 {tr("Remove from the list"), {QKeySequence(QKeySequence::Delete)}}}};
    }
};

} // namespace

QList<KeyHints> keysOfNoMenu()
{
    return {Keys::everywhere(), Keys::profile(), Keys::apiKeys(), Keys::settings(), Keys::dialogs()};
}

} // namespace lanyard
