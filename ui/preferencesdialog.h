#pragma once

#include <QDialog>

namespace lanyard {

class Preferences;

/// What the person can choose. Each choice counts at once.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p preferences must outlive the dialog.
    PreferencesDialog(Preferences &preferences, QWidget *parent);
};

} // namespace lanyard
