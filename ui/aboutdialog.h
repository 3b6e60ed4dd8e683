#pragma once

#include <QDialog>

namespace lanyard {

/// Name, version, and what it is built with. Deletes itself when closed.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace lanyard
