#pragma once

#include <QWidget>

class QPushButton;

namespace lanyard {

class PlainLabel;

/// Takes the place of the table while it has no row: why, and a button if a filter is the reason.
class NoKeys : public QWidget
{
    Q_OBJECT

public:
    explicit NoKeys(QWidget *parent = nullptr);

    void explain(const QString &why, bool isFiltered);
    [[nodiscard]] QString text() const;
    /// For screen readers.
    void announceText();

Q_SIGNALS:
    void clearFilterRequested();

private:
    PlainLabel *m_text;
    QPushButton *m_clearFilter;
};

} // namespace lanyard
