#pragma once

#include <QDialog>

namespace lanyard {

/// What the program is, its version, its licence, and the libraries used. Deletes itself when closed.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace lanyard
